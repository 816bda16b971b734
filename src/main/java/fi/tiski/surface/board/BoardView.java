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
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board of the point in the address; without one that exists, which boards there are. */
@Route("board/:point?")
@AnonymousAllowed
@JsModule("context://tiski/board.js")
@StyleSheet("context://tiski/board.css")
public class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient PeopleService people;
    private final transient PointsService points;
    private final transient QueueService queue;
    private final transient Follow follow;
    private final ValueSignal<BoardSheet> sheet =
            new ValueSignal<>(new BoardSheet(Optional.empty(), List.of(), List.of()));
    private @Nullable ServicePoint point;
    private @Nullable BoardSheet shown;

    BoardView(PeopleService people, PointsService points, QueueService queue, Live live) {
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
        if (point == null) {
            add(whichBoard());
            return;
        }
        follow.keys(List.of(QueueService.liveKey(point.id())));
        refresh();
        var screen = new BoardScreen(point);
        add(screen, new BoardAway());
        Signal.effect(screen, () -> show(screen, sheet.get()));
    }

    private void refresh() {
        if (point != null) {
            sheet.set(BoardSheet.of(queue.board(point.organisation(), point.id())));
        }
    }

    /** What stood there when the board came up has been called before: only what comes after is said aloud. */
    private void show(BoardScreen screen, BoardSheet now) {
        screen.show(now, shown != null && now.callsAnew(shown));
        shown = now;
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
            getElement().executeJs("window.Tiski.board(this, $0)", lifeSign);
        }
    }

    @Override
    public String getPageTitle() {
        return say(
                "kit.window", point == null ? say("board.which") : point.name().in(Words.language()));
    }
}
