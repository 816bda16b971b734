package fi.tiski.surface.desk;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.queue.Call;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketChange;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.domain.queue.Undo;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.When;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what a button says with a number: called, served, passed on, taken back. */
@Component
class NumberActs {

    private final QueueService queue;

    NumberActs(QueueService queue) {
        this.queue = queue;
    }

    Said callNext(Post post, When when) {
        return called(queue.callNext(post.organisation(), post.me()), say(when, "desk.said.nobody-waiting"), when);
    }

    Said callThis(Post post, Ticket ticket, When when) {
        return called(
                queue.call(post.organisation(), post.me(), ticket.id()),
                say(when, "desk.said.called-by-other", number(ticket)),
                when);
    }

    private static Said called(Call outcome, String nobody, When when) {
        return switch (outcome) {
            case Call.Called(var ticket) ->
                Said.done(
                                when,
                                "desk.said.called",
                                number(ticket),
                                ticket.counterLabel().orElse(""))
                        .open(ticket.caseId());
            case Call.Meet(var meeting) ->
                Said.done(when, "desk.said.meet", when.time(meeting.during().from()))
                        .open(meeting.caseId());
            case Call.OnBreak(var until) -> Said.onBreak(until, when);
            case Call.NobodyWaiting() -> Said.done(nobody).know();
            case Call.StillWith(var ticket) ->
                Said.notDone(when, "desk.said.still-with", number(ticket)).open(ticket.caseId());
            case Call.NoCounter() -> Said.notDone(when, "desk.said.no-counter").chooseCounter();
        };
    }

    Said ticket(Act act, Post post, Ticket ticket, When when) {
        var organisation = post.organisation();
        var by = new By.AnAgent(post.me());
        return switch (act) {
            case START -> moved(queue.serve(organisation, ticket.id(), by), act, ticket, when);
            case CALL_AGAIN -> moved(queue.callAgain(organisation, ticket.id(), by), act, ticket, when);
            case PUT_BACK ->
                moved(queue.putBack(organisation, ticket.id(), by), act, ticket, when)
                        .putAway();
            case NO_SHOW ->
                moved(queue.noShow(organisation, ticket.id(), by), act, ticket, when)
                        .putAway();
            case GIVE_UP ->
                moved(queue.leave(organisation, ticket.id(), by), act, ticket, when)
                        .putAway();
            default -> throw new IllegalArgumentException("Not done with a number: " + act);
        };
    }

    private static Said moved(TicketChange change, Act act, Ticket ticket, When when) {
        return switch (change) {
            case TicketChange.Changed changed -> Said.done(when, "desk.said." + act.tag(), number(ticket));
            case TicketChange.NotFrom(var state) -> Said.notFrom("ticket", state.tag(), when);
        };
    }

    Said passOn(Post post, Ticket ticket, Transfer to, When when) {
        return moved(
                        queue.transfer(post.organisation(), ticket.id(), to, new By.AnAgent(post.me())),
                        Act.PASS_ON,
                        ticket,
                        when)
                .putAway();
    }

    /** Before others, for that reason; without one, at their ordinary place again. */
    Said letAhead(Post post, Ticket ticket, Optional<LetAhead> reason, When when) {
        return moved(
                queue.letAhead(post.organisation(), ticket.id(), reason, new By.AnAgent(post.me())),
                reason.isPresent() ? Act.LET_AHEAD : Act.NOT_AHEAD,
                ticket,
                when);
    }

    Said undo(Post post, When when) {
        return switch (queue.undo(post.organisation(), post.me())) {
            case Undo.Undone(var ticket, var step) ->
                Said.done(when, "desk.said.undo", number(ticket)).open(ticket.caseId());
            case Undo.NotAnyMore() -> Said.notDone(when, "desk.said.undo.not");
        };
    }

    /** A number for somebody who stands here. */
    Said takeNumber(Post post, OpenCase open, UUID press, When when) {
        if (post.point().isEmpty()) {
            return Said.notDone(when, "desk.said.no-counter").chooseCounter();
        }
        var its = open.its();
        var take =
                queue.take(post.point().get(), press, its.language(), new By.AnAgent(post.me()), Optional.of(its.id()));
        return switch (take) {
            case Take.Taken(var ticket) -> Said.done(when, "desk.said.take-number", number(ticket));
            case Take.PointClosed(Doors.Closed(var opens)) ->
                Said.notDone(opens.map(at -> say(when, "desk.said.closed-until", when.dayAndTime(at)))
                        .orElseGet(() -> say(when, "desk.said.closed")));
        };
    }

    private static String number(Ticket ticket) {
        return Integer.toString(ticket.number());
    }

    private static String say(When when, String key, Object... arguments) {
        return Texts.say(when.language(), key, arguments);
    }
}
