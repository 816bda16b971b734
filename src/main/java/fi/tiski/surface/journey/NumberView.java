package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
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
    private final HandoverLine handover = new HandoverLine();
    private @Nullable ShownNumber shown;

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
        place.map(TicketPlace::ticket)
                .ifPresent(ticket ->
                        follow.keys(List.of(QueueService.liveKey(ticket.point()), Case.liveKey(ticket.caseId()))));
        return place.isPresent();
    }

    private Optional<TicketPlace> place() {
        return numbers.latest(journey()).map(ticket -> queue.place(ticket.organisation(), ticket.id()));
    }

    @Override
    Page page() {
        var now = place().orElseThrow();
        shown = new ShownNumber(now, point(now), visits(), here());
        return switch (now.ticket().state()) {
            case WAITING, CALLED, SERVING -> waiting(now, shown);
            case DONE -> over("done");
            case NO_SHOW -> queue.mayComeBack(now.ticket()) ? missed(now) : over("no-show");
            case LEFT -> now.ticket().byRule() ? closed() : over("left");
        };
    }

    private Page waiting(TicketPlace now, ShownNumber number) {
        var page = number.on(new Page(say(heading(now)))).with(handover);
        handover.show(numbers.handedOver(now.ticket()));
        notice(now).ifPresent(words -> page.with(Notice.info(words)));
        if (!now.reachedBeforeClosing()) {
            page.with(
                    Notice.warning(say("journey.number.too-late")),
                    ActionButton.secondary(say("journey.ways.time"), () -> go("topic"))
                            .withPictogram("time"));
        }
        if (now.ticket().state() == TicketState.SERVING) {
            return page;
        }
        if (now.ticket().state() == TicketState.WAITING
                && now.ticket().letAhead().isEmpty()) {
            page.with(ActionButton.secondary(say("journey.number.let-ahead"), () -> go("let-ahead"))
                    .withPictogram("more-time"));
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
            case WAITING -> now.ticket().towards().isPresent() ? "journey.number.moved.title" : "journey.number.title";
            case DONE, NO_SHOW, LEFT -> "journey.number.title";
        };
    }

    /** What else there is to know: that they were passed on, or that they are let ahead. */
    private static Optional<String> notice(TicketPlace now) {
        if (now.ticket().state() != TicketState.WAITING) {
            return Optional.empty();
        }
        return now.ticket()
                .towards()
                .map(to -> to instanceof Transfer.ToCounter(var counter, var label)
                        ? say("journey.number.moved.counter", label)
                        : say("journey.number.moved"))
                .or(() -> now.ticket().letAhead().map(reason -> say("journey.number.let-ahead.is")));
    }

    private ServicePoint point(TicketPlace now) {
        return points.point(journey().organisation(), now.ticket().point()).orElseThrow();
    }

    private Page missed(TicketPlace now) {
        return new Page(say("journey.number.no-show.title"))
                .lead(say("journey.number.no-show.back.lead"))
                .actions(
                        ActionButton.primary(say("journey.number.no-show.back"), () -> comeBack(now))
                                .withPictogram("put-back"),
                        ActionButton.quiet(say("journey.finish"), this::finish));
    }

    private void comeBack(TicketPlace now) {
        queue.comeBack(now.ticket().organisation(), now.ticket().id(), here().theCustomer());
        show();
    }

    private Page closed() {
        return new Page(say("journey.number.closed.title"))
                .lead(say("journey.number.closed.lead"))
                .actions(
                        ActionButton.primary(say("journey.ways.time"), () -> go("topic"))
                                .withPictogram("time"),
                        ActionButton.quiet(say("journey.finish"), this::finish));
    }

    private Page over(String how) {
        return new Page(say("journey.number." + how + ".title"))
                .lead(say("journey.number." + how + ".lead"))
                .actions(ActionButton.primary(say("journey.finish"), this::finish));
    }

    /** Facts change in place; only a new stage of the ticket makes a new page, which is then read aloud. */
    private void refresh() {
        var number = shown;
        var now = place();
        if (number == null || now.isEmpty()) {
            return;
        }
        var was = number.place();
        if (now.get().ticket().state() != was.ticket().state()
                || !notice(now.get()).equals(notice(was))
                || now.get().reachedBeforeClosing() != was.reachedBeforeClosing()) {
            show();
            return;
        }
        number.show(now.get());
        handover.show(numbers.handedOver(now.get().ticket()));
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
