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
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBackChange;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Does what a button says with a call, a meeting or the case itself, and tells in plain words what came of it. */
@Component
class DeskActs {

    /** Long enough to come out of a shop, short enough to be the same errand. */
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(30);

    private final CasesService cases;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final EncountersService encounters;

    DeskActs(
            CasesService cases,
            CallBacksService callBacks,
            AppointmentsService appointments,
            EncountersService encounters) {
        this.cases = cases;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.encounters = encounters;
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
                Said.done(when, "desk.said." + act.tag(), when.time(when.now().plus(UNTIL_NEXT_TRY)));
            case CallBackChange.NotFrom(var state) -> Said.notFrom("call", state.tag(), when);
            case CallBackChange.OnBreak(var until) -> Said.onBreak(until, when);
            case CallBackChange.StillWith(var other) ->
                Said.notDone(when, "desk.said.still-calling").open(other.caseId());
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
                Said.done(
                        when,
                        "desk.said." + act.tag(),
                        when.dayAndTime(appointment.during().from()));
            case AppointmentChange.NotFrom(var state) -> Said.notFrom("time", state.tag(), when);
            case AppointmentChange.OnBreak(var until) -> Said.onBreak(until, when);
        };
    }

    /** The encounter is over, in whichever way it was held; the matter is settled or goes on. */
    Said finish(Post post, CaseId id, boolean settled, When when) {
        return switch (encounters.end(post.organisation(), id, post.me(), settled)) {
            case Ending.Over() ->
                Said.done(when, settled ? "desk.said.settled" : "desk.said.goes-on")
                        .putAway();
            case Ending.NumberIs(var state) -> Said.notFrom("ticket", state.tag(), when);
            case Ending.CallIs(var state) -> Said.notFrom("call", state.tag(), when);
            case Ending.VideoIs(var state) -> Said.notFrom("video", state.tag(), when);
            case Ending.MeetingIs(var state) -> Said.notFrom("time", state.tag(), when);
            case Ending.CaseIs(var state) -> Said.notFrom("case", state.tag(), when);
        };
    }

    Said close(Post post, CaseId id, When when) {
        return switch (cases.close(post.organisation(), id, new By.AnAgent(post.me()))) {
            case CaseChange.Changed changed ->
                Said.done(when, "desk.said.settled").putAway();
            case CaseChange.NotFrom(var state) -> Said.notFrom("case", state.tag(), when);
        };
    }

    Said reopen(Post post, CaseId id, When when) {
        return switch (cases.reopen(post.organisation(), id, new By.AnAgent(post.me()))) {
            case CaseChange.Changed changed -> Said.done(when, "desk.said.reopen");
            case CaseChange.NotFrom(var state) -> Said.notFrom("case", state.tag(), when);
        };
    }

    Said takeUp(Post post, CaseId id, When when) {
        return switch (encounters.takeUp(post.organisation(), id, post.me())) {
            case TakingUp.TakenUp() -> Said.done(when, "desk.said.take-up");
            case TakingUp.OnBreak(var until) -> Said.onBreak(until, when);
        };
    }
}
