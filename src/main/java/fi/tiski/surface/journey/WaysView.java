package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.meetings.Asking;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How would you like to meet? The ways that are open now, each with an honest wait. */
@Route(value = "ways/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class WaysView extends JourneyView {

    private final PointsService points;
    private final QueueService queue;
    private final Numbers numbers;
    private final Videos videos;
    private final WantedMeeting meetings;
    private final CallTimes callTimes;
    private final Holds holds;
    private final InstantSource clock;
    private Optional<Doors.Closed> closed = Optional.empty();

    WaysView(
            Visits visits,
            PointsService points,
            QueueService queue,
            Numbers numbers,
            Videos videos,
            WantedMeeting meetings,
            CallTimes callTimes,
            Holds holds,
            InstantSource clock) {
        super(visits);
        this.points = points;
        this.queue = queue;
        this.numbers = numbers;
        this.videos = videos;
        this.meetings = meetings;
        this.callTimes = callTimes;
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        closed = Optional.empty();
        return true;
    }

    @Override
    Page page() {
        var ways = new ArrayList<Choice>();
        hereNow().ifPresent(ways::add);
        byVideo().ifPresent(ways::add);
        ways.add(new Choice("time", say("journey.ways.time"), this::chooseTime)
                .detail(meetings.soonest(journey().organisation(), journey().language())
                        .map(first ->
                                say("journey.ways.time.first", visits().when().dayAndTime(first.from())))
                        .orElseGet(() -> say("journey.ways.time.none"))));
        ways.add(new Choice("callback", say("journey.ways.call"), () -> begin("call", "call"))
                .detail(callTimes
                        .soonest(journey().organisation())
                        .map(promised ->
                                say("journey.ways.call.by", visits().when().dayAndTime(promised.until())))
                        .orElseGet(() -> say("journey.ways.call.none"))));
        return closed.map(this::closedJustNow)
                .orElseGet(() -> new Page(say("journey.ways.title")))
                .with(new Choices(ways));
    }

    /** The doors closed between the page and the press: what else there is, in the same place. */
    private Page closedJustNow(Doors.Closed doors) {
        return new Page(say("journey.ways.closed.title"))
                .lead(doors.opens()
                        .map(opens ->
                                say("journey.ways.closed.opens", visits().when().dayAndTime(opens)))
                        .orElseGet(() -> say("journey.ways.closed.lead")));
    }

    private Optional<Choice> hereNow() {
        var waiting = numbers.live(journey());
        if (waiting.isPresent()) {
            return Optional.of(keptNumber(waiting.get()));
        }
        return here().kiosk().map(visits()::pointOf).map(this::atThisPoint).orElseGet(this::atSomePoint);
    }

    private Choice keptNumber(Ticket ticket) {
        return new Choice("here", say("journey.ways.here"), () -> go("number"))
                .detail(say("journey.ways.here.kept", Integer.toString(ticket.number())));
    }

    /** The second press at a kiosk takes the number: nothing is asked before that. */
    private Optional<Choice> atThisPoint(ServicePoint point) {
        if (points.doorsAt(point, clock.instant()) instanceof Doors.Closed) {
            return Optional.empty();
        }
        return Optional.of(new Choice("here", say("journey.ways.here"), () -> {
                    switch (numbers.take(journey(), here(), point)) {
                        case Take.Taken taken -> go("number");
                        case Take.PointClosed(var doors) -> {
                            closed = Optional.of(doors);
                            show();
                        }
                    }
                })
                .detail(Waiting.sentence(queue.waitNow(point.organisation(), point.id()))));
    }

    /** The second press waits for a meeting: nothing is asked before that. Where nobody serves by video it is not offered. */
    private Optional<Choice> byVideo() {
        var underWay = videos.underWay(journey());
        if (underWay.isPresent()) {
            return Optional.of(new Choice("video", say("journey.ways.video"), () -> go("video"))
                    .detail(say("journey.video.back")));
        }
        return videos.now(journey().organisation())
                .map(served -> new Choice("video", say("journey.ways.video"), () -> {
                            switch (videos.ask(journey(), here())) {
                                case Asking.Waits waits -> go("video");
                                case Asking.NobodyServes nobody -> show();
                            }
                        })
                        .detail(Waiting.sentence(served.expected())));
    }

    private Optional<Choice> atSomePoint() {
        List<ServicePoint> open = points.points(journey().organisation()).stream()
                .filter(point -> points.doorsAt(point, clock.instant()) instanceof Doors.Open)
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choice("here", say("journey.ways.place"), () -> go("place-now"))
                        .detail(say("journey.ways.place.open", open.size())));
    }

    private void chooseTime() {
        visits().answer(journey(), holds.setOut(journey()));
        begin("time", "topic");
    }

    private void begin(String way, String page) {
        visits().answer(journey(), Map.of(Question.WAY, way));
        go(page);
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
