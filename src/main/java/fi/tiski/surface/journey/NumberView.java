package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
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
import fi.tiski.surface.kit.TicketCard;
import fi.tiski.surface.kit.When;
import java.time.ZoneId;
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
    private final Paragraph why = new Paragraph();
    private @Nullable TicketPlace shown;
    private @Nullable TicketCard card;

    NumberView(Visits visits, QueueService queue, PointsService points, Numbers numbers, Live live) {
        super(visits);
        this.queue = queue;
        this.points = points;
        this.numbers = numbers;
        why.addClassName("why");
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
            case NO_SHOW -> queue.mayComeBack(now.ticket()) ? missed(now) : over("no-show");
            case LEFT -> now.ticket().byRule() ? closed() : over("left");
        };
    }

    private Page waiting(TicketPlace now) {
        var its = card = new TicketCard(Integer.toString(now.ticket().number()));
        var page = new Page(say(heading(now))).with(its);
        fill(its, now);
        numbers.handedOver(now.ticket()).ifPresent(page::with);
        page.with(why);
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

    /** Only where there is something to explain: that others came first goes without saying. */
    private void explain(TicketPlace now) {
        var before = now.why();
        why.setText(
                before.letAhead() == 0 && before.meetings().isEmpty()
                        ? ""
                        : say(
                                        "journey.number.why",
                                        before.earlier(),
                                        before.letAhead(),
                                        before.meetings().size(),
                                        before.meetings().stream()
                                                .findFirst()
                                                .map(visits().when(zone(now))::time)
                                                .orElse(""))
                                .strip());
        why.setVisible(!why.getText().isEmpty());
    }

    private ZoneId zone(TicketPlace now) {
        return points.point(journey().organisation(), now.ticket().point())
                .map(ServicePoint::zone)
                .orElseThrow();
    }

    private void fill(TicketCard its, TicketPlace now) {
        explain(now);
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
        var was = shown;
        var now = place();
        if (was == null || now.isEmpty() || now.get().equals(was)) {
            return;
        }
        if (card != null
                && now.get().ticket().state() == was.ticket().state()
                && notice(now.get()).equals(notice(was))
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
