package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.TicketCard;
import fi.tiski.surface.kit.When;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The walk-in number, how long it still takes, and where to go when it is called. Keeps itself current. */
@Route(value = "number/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class NumberView extends JourneyView {

    private final QueueService queue;
    private final PointsService points;
    private final Numbers numbers;
    private final Follow follow;
    private @Nullable TicketPlace shown;
    private @Nullable TicketCard card;

    NumberView(Visits visits, QueueService queue, PointsService points, Numbers numbers, Live live) {
        super(visits);
        this.queue = queue;
        this.points = points;
        this.numbers = numbers;
        this.follow = Follow.with(this, live, this::refresh);
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        var place = place();
        place.ifPresent(
                now -> follow.keys(List.of(QueueService.liveKey(now.ticket().point()))));
        return place.isPresent();
    }

    private Optional<TicketPlace> place() {
        return numbers.latest(journey()).map(ticket -> queue.place(ticket.organisation(), ticket.id()));
    }

    @Override
    Page page() {
        var now = place().orElseThrow();
        shown = now;
        return switch (now.ticket().state()) {
            case WAITING, CALLED, SERVING -> waiting(now);
            case DONE -> over("done");
            case NO_SHOW -> over("no-show");
            case LEFT -> over("left");
        };
    }

    private Page waiting(TicketPlace now) {
        var its = card = new TicketCard(Integer.toString(now.ticket().number()));
        var page = new Page(say(heading(now))).with(its);
        fill(its, now);
        numbers.handedOver(now.ticket()).ifPresent(page::with);
        if (!now.reachedBeforeClosing()) {
            page.with(
                    Notice.warning(say("journey.number.too-late")),
                    ActionButton.secondary(say("journey.ways.time"), () -> go("topic"))
                            .withPictogram("time"));
        }
        if (now.ticket().state() == TicketState.SERVING) {
            return page;
        }
        return page.with(ActionButton.secondary(say("journey.number.tell"), () -> go("tell-topic"))
                        .withPictogram("note"))
                .actions(
                        ActionButton.secondary(say("journey.number.slip"), () -> go("done"))
                                .withPictogram("print"),
                        ActionButton.quiet(say("journey.number.leave"), () -> go("leave"))
                                .withPictogram("leave"));
    }

    private static String heading(TicketPlace now) {
        return switch (now.ticket().state()) {
            case CALLED -> "journey.number.turn.title";
            case SERVING -> "journey.number.served.title";
            case WAITING, DONE, NO_SHOW, LEFT -> "journey.number.title";
        };
    }

    private void fill(TicketCard its, TicketPlace now) {
        var counter = now.ticket().counterLabel();
        if (counter.isPresent()) {
            its.called(say(
                    now.ticket().state() == TicketState.SERVING ? "journey.number.served" : "journey.number.called",
                    counter.get()));
            return;
        }
        its.fact(say("journey.number.ahead"), say("journey.number.ahead.people", now.ahead()))
                .fact(say("journey.number.wait"), When.capital(Waiting.words(now.expected())))
                .fact(say("journey.number.where"), say("journey.number.where.words", pointName(now)));
    }

    private String pointName(TicketPlace now) {
        return points.point(journey().organisation(), now.ticket().point())
                .map(ServicePoint::name)
                .orElseThrow()
                .in(language());
    }

    private Page over(String how) {
        return new Page(say("journey.number." + how + ".title"))
                .lead(say("journey.number." + how + ".lead"))
                .actions(ActionButton.primary(say("journey.finish"), this::finish));
    }

    /** Facts change in place; only a new stage of the ticket makes a new page, which is then read aloud. */
    private void refresh() {
        var was = shown;
        var now = place();
        if (was == null || now.isEmpty() || now.get().equals(was)) {
            return;
        }
        if (card != null
                && now.get().ticket().state() == was.ticket().state()
                && now.get().reachedBeforeClosing() == was.reachedBeforeClosing()) {
            fill(card, now.get());
            shown = now.get();
        } else {
            show();
        }
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
