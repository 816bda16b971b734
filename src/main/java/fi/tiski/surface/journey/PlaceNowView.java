package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.time.InstantSource;
import java.util.Optional;

/** At home: which service point will you come to now? The press takes the number there. */
@Route(value = "place-now/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class PlaceNowView extends JourneyView {

    private final PointsService points;
    private final QueueService queue;
    private final Numbers numbers;
    private final InstantSource clock;
    private boolean closed;

    PlaceNowView(Visits visits, PointsService points, QueueService queue, Numbers numbers, InstantSource clock) {
        super(visits);
        this.points = points;
        this.queue = queue;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        closed = false;
        return true;
    }

    @Override
    Page page() {
        var open = points.points(journey().organisation()).stream()
                .filter(point -> points.doorsAt(point, clock.instant()) instanceof Doors.Open)
                .map(this::choice)
                .toList();
        var page = new Page(say(closed ? "journey.ways.closed.title" : "journey.place-now.title"));
        return open.isEmpty()
                ? page.lead(say("journey.place-now.none")).actions(otherWays())
                : page.lead(say(closed ? "journey.place-now.closed" : "journey.place-now.lead"))
                        .with(new Choices(open));
    }

    private ActionButton[] otherWays() {
        return new ActionButton[] {
            ActionButton.primary(say("journey.ways.time"), () -> go("topic")).withPictogram("time"),
            ActionButton.secondary(say("journey.ways.call"), () -> go("call")).withPictogram("callback")
        };
    }

    private Choice choice(ServicePoint point) {
        return new Choice("place", point.name().in(language()), () -> {
                    closed = numbers.take(journey(), here(), point) instanceof Take.PointClosed;
                    if (closed) {
                        show();
                    } else {
                        go("number");
                    }
                })
                .detail(point.address() + ". " + Waiting.sentence(queue.waitNow(point.organisation(), point.id())));
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
