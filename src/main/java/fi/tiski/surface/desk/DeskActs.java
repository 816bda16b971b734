package fi.tiski.surface.desk;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentChange;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseChange;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.encounters.EncountersService;
import fi.tiski.domain.encounters.Ending;
import fi.tiski.domain.encounters.TakingUp;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverChange;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.queue.Call;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackChange;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketChange;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.domain.queue.Undo;
import fi.tiski.domain.staffing.BreakTaken;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Stand;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what a button says, and tells in plain words what came of it. */
@Component
class DeskActs {

    /** Long enough to come out of a shop, short enough to be the same errand. */
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(30);

    private final CasesService cases;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final StaffingService staffing;
    private final HandoversService handovers;
    private final EncountersService encounters;
    private final Receivers receivers;

    DeskActs(
            CasesService cases,
            QueueService queue,
            CallBacksService callBacks,
            AppointmentsService appointments,
            StaffingService staffing,
            HandoversService handovers,
            EncountersService encounters,
            Receivers receivers) {
        this.cases = cases;
        this.queue = queue;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.staffing = staffing;
        this.handovers = handovers;
        this.encounters = encounters;
        this.receivers = receivers;
    }

    Said stand(Post post, Counter counter, When when) {
        return switch (staffing.stand(post.organisation(), post.me(), counter)) {
            case Stand.At(var there) -> Said.done(say(when, "desk.said.at-counter", there.label()));
            case Stand.TakenBy(var name) -> Said.notDone(say(when, "desk.said.counter-taken", name, counter.label()));
        };
    }

    Said leaveCounter(Post post, When when) {
        staffing.leaveCounter(post.organisation(), post.me());
        return Said.done(say(when, "desk.said.left-counter"));
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
                Said.done(say(
                                when,
                                "desk.said.called",
                                number(ticket),
                                ticket.counterLabel().orElse("")))
                        .open(ticket.caseId());
            case Call.Meet(var meeting) ->
                Said.done(say(when, "desk.said.meet", when.time(meeting.during().from())))
                        .open(meeting.caseId());
            case Call.OnBreak(var until) -> onBreak(until, when);
            case Call.NobodyWaiting() -> Said.done(nobody).know();
            case Call.StillWith(var ticket) ->
                Said.notDone(say(when, "desk.said.still-with", number(ticket))).open(ticket.caseId());
            case Call.NoCounter() ->
                Said.notDone(say(when, "desk.said.no-counter")).chooseCounter();
        };
    }

    private static Said onBreak(Instant until, When when) {
        return Said.notDone(say(when, "desk.said.on-break", when.time(until)));
    }

    Said handOver(Post post, CaseId id, Receiver to, Card card, UUID press, When when) {
        var organisation = post.organisation();
        return switch (handovers.handOver(organisation, id, post.me(), to, card, press)) {
            case HandingOver.Offered(var handover) ->
                Said.done(
                        say(when, "desk.said.hand-over", receivers.name(organisation, handover.to(), when.language())));
            case HandingOver.OnItsWay(var handover) ->
                Said.notDone(say(
                        when, "desk.said.on-its-way", receivers.name(organisation, handover.to(), when.language())));
            case HandingOver.NobodyFits() -> Said.notDone(say(when, "desk.said.nobody-fits"));
        };
    }

    Said handover(Act act, Post post, Handover handover, When when) {
        return handed(
                switch (act) {
                    case TAKE_HANDOVER -> handovers.accept(post.organisation(), handover.id(), post.me());
                    case WITHDRAW -> handovers.withdraw(post.organisation(), handover.id(), post.me());
                    default -> throw new IllegalArgumentException("Not done with a handover: " + act);
                },
                act,
                handover,
                when);
    }

    Said handBack(Post post, Handover handover, String reason, When when) {
        return handed(
                handovers.handBack(post.organisation(), handover.id(), post.me(), reason),
                Act.HAND_BACK,
                handover,
                when);
    }

    private static Said handed(HandoverChange change, Act act, Handover handover, When when) {
        return switch (change) {
            case HandoverChange.Changed changed -> Said.done(say(when, "desk.said." + act.tag(), handover.fromName()));
            case HandoverChange.NotFrom(var state) -> notFrom("handover", state.tag(), when);
            case HandoverChange.NotTheirs() -> Said.notDone(say(when, "desk.said.not-theirs"));
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
                Said.done(say(when, "desk.said.undo", number(ticket))).open(ticket.caseId());
            case Undo.NotAnyMore() -> Said.notDone(say(when, "desk.said.undo.not"));
        };
    }

    Said available(Post post, When when) {
        staffing.available(post.organisation(), post.me());
        return Said.done(say(when, "desk.said.available"));
    }

    Said away(Post post, When when) {
        staffing.goAway(post.organisation(), post.me());
        return Said.done(say(when, "desk.said.away"));
    }

    Said takeBreak(Post post, Duration length, When when) {
        return switch (staffing.takeBreak(post.organisation(), post.me(), length)) {
            case BreakTaken.OnBreak(var during) -> Said.done(say(when, "desk.said.break", when.time(during.until())));
            case BreakTaken.MeetingSoon(var starts) ->
                Said.notDone(say(when, "desk.said.break.meeting", when.time(starts)));
            case BreakTaken.NotOnShift() -> Said.notDone(say(when, "desk.said.break.no-shift"));
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
            case TicketChange.Changed changed -> Said.done(say(when, "desk.said." + act.tag(), number(ticket)));
            case TicketChange.NotFrom(var state) -> notFrom("ticket", state.tag(), when);
        };
    }

    Said call(Act act, Post post, CallBack call, When when) {
        var organisation = post.organisation();
        var by = new By.AnAgent(post.me());
        return switch (act) {
            case CALL_PHONE -> moved(callBacks.call(organisation, call.id(), post.me()), act, when);
            case NO_ANSWER ->
                moved(callBacks.tryLater(organisation, call.id(), by, UNTIL_NEXT_TRY), act, when)
                        .putAway();
            case STOP_TRYING ->
                moved(callBacks.notReached(organisation, call.id(), by), act, when)
                        .putAway();
            case CANCEL_CALL -> moved(callBacks.cancel(organisation, call.id(), by), act, when);
            default -> throw new IllegalArgumentException("Not done with a call: " + act);
        };
    }

    private static Said moved(CallBackChange change, Act act, When when) {
        return switch (change) {
            case CallBackChange.Changed changed ->
                Said.done(
                        say(when, "desk.said." + act.tag(), when.time(when.now().plus(UNTIL_NEXT_TRY))));
            case CallBackChange.NotFrom(var state) -> notFrom("call", state.tag(), when);
            case CallBackChange.OnBreak(var until) -> onBreak(until, when);
            case CallBackChange.StillWith(var other) ->
                Said.notDone(say(when, "desk.said.still-calling")).open(other.caseId());
        };
    }

    Said appointment(Act act, Post post, Appointment appointment, When when) {
        var organisation = post.organisation();
        var by = new By.AnAgent(post.me());
        var change = switch (act) {
            case START_MEETING -> appointments.serve(organisation, appointment.id(), by);
            case ARRIVED -> appointments.arrive(organisation, appointment.id(), by);
            case MISSED -> appointments.noShow(organisation, appointment.id(), by);
            case CANCEL_TIME -> appointments.cancel(organisation, appointment.id(), by);
            default -> throw new IllegalArgumentException("Not done with an appointment: " + act);
        };
        return switch (change) {
            case AppointmentChange.Changed changed ->
                Said.done(say(
                        when,
                        "desk.said." + act.tag(),
                        when.dayAndTime(appointment.during().from())));
            case AppointmentChange.NotFrom(var state) -> notFrom("time", state.tag(), when);
            case AppointmentChange.OnBreak(var until) -> onBreak(until, when);
        };
    }

    /** The encounter is over, in whichever way it was held; the matter is settled or goes on. */
    Said finish(Post post, CaseId id, boolean settled, When when) {
        return switch (encounters.end(post.organisation(), id, post.me(), settled)) {
            case Ending.Over() ->
                Said.done(say(when, settled ? "desk.said.settled" : "desk.said.goes-on"))
                        .putAway();
            case Ending.NumberIs(var state) -> notFrom("ticket", state.tag(), when);
            case Ending.CallIs(var state) -> notFrom("call", state.tag(), when);
            case Ending.MeetingIs(var state) -> notFrom("time", state.tag(), when);
            case Ending.CaseIs(var state) -> notFrom("case", state.tag(), when);
        };
    }

    Said close(Post post, CaseId id, When when) {
        return switch (cases.close(post.organisation(), id, new By.AnAgent(post.me()))) {
            case CaseChange.Changed changed ->
                Said.done(say(when, "desk.said.settled")).putAway();
            case CaseChange.NotFrom(var state) -> notFrom("case", state.tag(), when);
        };
    }

    Said reopen(Post post, CaseId id, When when) {
        return switch (cases.reopen(post.organisation(), id, new By.AnAgent(post.me()))) {
            case CaseChange.Changed changed -> Said.done(say(when, "desk.said.reopen"));
            case CaseChange.NotFrom(var state) -> notFrom("case", state.tag(), when);
        };
    }

    Said takeUp(Post post, CaseId id, When when) {
        return switch (encounters.takeUp(post.organisation(), id, post.me())) {
            case TakingUp.TakenUp() -> Said.done(say(when, "desk.said.take-up"));
            case TakingUp.OnBreak(var until) -> onBreak(until, when);
        };
    }

    /** A number for somebody who stands here. */
    Said takeNumber(Post post, OpenCase open, UUID press, When when) {
        if (post.point().isEmpty()) {
            return Said.notDone(say(when, "desk.said.no-counter")).chooseCounter();
        }
        var its = open.its();
        var take =
                queue.take(post.point().get(), press, its.language(), new By.AnAgent(post.me()), Optional.of(its.id()));
        return switch (take) {
            case Take.Taken(var ticket) -> Said.done(say(when, "desk.said.take-number", number(ticket)));
            case Take.PointClosed(Doors.Closed(var opens)) ->
                Said.notDone(opens.map(at -> say(when, "desk.said.closed-until", when.dayAndTime(at)))
                        .orElseGet(() -> say(when, "desk.said.closed")));
        };
    }

    /** The screen has been read again by the time this is read. */
    private static Said notFrom(String what, String state, When when) {
        return Said.notDone(say(when, "desk.said.not-from", say(when, "desk.state." + what + "." + state)));
    }

    private static String number(Ticket ticket) {
        return Integer.toString(ticket.number());
    }

    private static String say(When when, String key, Object... arguments) {
        return Texts.say(when.language(), key, arguments);
    }
}
