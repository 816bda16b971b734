package fi.tiski.surface.board;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.Words;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The board of the point in the address; without one that exists, which boards there are. A point may have several:
 * {@code ?counters=1,2} shows those counters alone, and {@code ?voice=off} keeps the room quiet.
 */
@Route("board/:point?")
@AnonymousAllowed
@JsModule("context://tiski/board.js")
@StyleSheet("context://tiski/board.css")
public class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PeopleService people;
    private final transient PointsService points;
    private final transient QueueService queue;
    private final transient Follow follow;
    private final transient InstantSource clock;
    private final ValueSignal<QueueBoard> board = new ValueSignal<>(new QueueBoard(List.of(), List.of(), 0));
    private final transient UntoldCalls untold = new UntoldCalls();
    private @Nullable ServicePoint point;
    private Set<String> counters = Set.of();

    BoardView(PeopleService people, PointsService points, QueueService queue, Live live, InstantSource clock) {
        this.clock = clock;
        this.people = people;
        this.points = points;
        this.queue = queue;
        follow = Follow.with(this, live, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        point = entering.getRouteParameters()
                .get("point")
                .flatMap(points::pointBySlug)
                .orElse(null);
        var wanted = wanted(entering, "counters");
        counters = point == null ? Set.of() : known(point, wanted);
        if (point == null || (counters.isEmpty() && !wanted.isEmpty())) {
            point = null;
            add(whichBoard());
            return;
        }
        follow.keys(List.of(QueueService.liveKey(point.id())));
        refresh();
        var screen = new BoardScreen(point, !wanted(entering, "voice").contains("off"));
        add(screen, new BoardAway());
        Signal.effect(screen, () -> {
            var now = board.get();
            screen.show(now, untold.next(now, clock.instant()));
        });
    }

    /** What the address says of it, parted by commas. */
    private static Set<String> wanted(BeforeEnterEvent entering, String what) {
        return entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(what)
                .map(words ->
                        Arrays.stream(words.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private Set<String> known(ServicePoint there, Set<String> wanted) {
        return points.counters(there.organisation(), there.id()).stream()
                .map(Counter::label)
                .filter(wanted::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void refresh() {
        if (point != null) {
            board.set(queue.board(point.organisation(), point.id(), counters));
        }
    }

    private Page whichBoard() {
        var list = new UnorderedList();
        list.addClassName("choices");
        list.getElement().setAttribute("role", "list");
        people.organisation()
                .map(Organisation::id)
                .map(points::points)
                .orElse(List.of())
                .forEach(one -> {
                    var link = new Anchor(
                            Address.of("board/" + one.slug()), one.name().in(Words.language()));
                    link.addClassName("button");
                    // A board begins with a fresh document: it has sizes of its own.
                    link.getElement().setAttribute("router-ignore", true);
                    list.add(new ListItem(link));
                });
        return new Page(say("board.which")).lead(say("board.which.lead")).with(list);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (point != null) {
            var lifeSign =
                    Address.of("?v-r=heartbeat&v-uiId=" + attached.getUI().getUIId());
            getElement().executeJs("window.Tiski.board(this, $0, $1)", lifeSign, (double) clock.millis());
        }
    }

    @Override
    public String getPageTitle() {
        return say(
                "kit.window", point == null ? say("board.which") : point.name().in(Words.language()));
    }
}
