package fi.tiski.domain.encounters;

import fi.tiski.domain.appointments.AppointmentChange;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseChange;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CaseState;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.MeetingChange;
import fi.tiski.domain.meetings.MeetingState;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.queue.CallBackChange;
import fi.tiski.domain.queue.CallBackState;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.TicketChange;
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Encounters, whichever way they are held. What is done to numbers, calls, appointments and the case is announced there. */
@Service
@Transactional
public class EncountersService {

    private final QueueService queue;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final MeetingsService meetings;
    private final CasesService cases;
    private final StaffingService staffing;

    EncountersService(
            QueueService queue,
            CallBacksService callBacks,
            AppointmentsService appointments,
            MeetingsService meetings,
            CasesService cases,
            StaffingService staffing) {
        this.queue = queue;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.meetings = meetings;
        this.cases = cases;
        this.staffing = staffing;
    }

    /** Somebody stands here or is on the line, with no number, call or appointment; nobody begins on their own break. */
    public TakingUp takeUp(OrganisationId organisation, CaseId its, AgentId agent) {
        if (staffing.begin(organisation, agent) instanceof Beginning.OnBreak(var until)) {
            return new TakingUp.OnBreak(until);
        }
        cases.serve(organisation, its, new By.AnAgent(agent), Map.of());
        return new TakingUp.TakenUp();
    }

    /**
     * The encounter is over, the agent has time to write down what was said, and the matter is settled or goes on: all of it
     * or nothing. Where a colleague has settled what is settled, or left open what goes on, that is as well.
     *
     * @param settled whether the case is closed
     */
    public Ending end(OrganisationId organisation, CaseId its, AgentId agent, boolean settled) {
        var by = new By.AnAgent(agent);
        var hindered = endWhatIsUnderWay(organisation, its, by).or(() -> leave(organisation, its, by, settled));
        // What was ended before something else could not be is not ended either.
        hindered.ifPresent(
                ending -> TransactionAspectSupport.currentTransactionStatus().setRollbackOnly());
        return hindered.orElseGet(Ending.Over::new);
    }

    /** What keeps it from being over, if anything does. */
    private Optional<Ending> endWhatIsUnderWay(OrganisationId organisation, CaseId its, By.AnAgent by) {
        var number =
                queue.ofCase(organisation, its).filter(ticket -> ticket.state().live());
        if (number.isPresent()
                && queue.done(organisation, number.get().id(), by) instanceof TicketChange.NotFrom(var state)) {
            return Optional.of(new Ending.NumberIs(state));
        }
        var call = callBacks
                .ofCase(organisation, its)
                .filter(one ->
                        one.state() == CallBackState.CALLING && one.agent().equals(Optional.of(by.agent())));
        if (call.isPresent()
                && callBacks.done(organisation, call.get().id(), by) instanceof CallBackChange.NotFrom(var state)) {
            return Optional.of(new Ending.CallIs(state));
        }
        var video = meetings.ofCase(organisation, its)
                .filter(one -> one.state() == MeetingState.LIVE && one.agent().equals(Optional.of(by.agent())));
        if (video.isPresent()
                && meetings.done(organisation, video.get().id(), by) instanceof MeetingChange.NotFrom(var state)) {
            return Optional.of(new Ending.VideoIs(state));
        }
        var meeting = appointments.ofCase(organisation, its).stream()
                .filter(one -> one.state() == AppointmentState.SERVING)
                .findFirst();
        if (meeting.isPresent()
                && appointments.done(organisation, meeting.get().id(), by)
                        instanceof AppointmentChange.NotFrom(var state)) {
            return Optional.of(new Ending.MeetingIs(state));
        }
        if (number.isEmpty() && call.isEmpty() && video.isEmpty() && meeting.isEmpty()) {
            // Taken up by hand: no number, call or meeting knows that it is over.
            staffing.wrapUp(organisation, by.agent());
        }
        return Optional.empty();
    }

    /** What keeps the case from being left so, if anything does. */
    private Optional<Ending> leave(OrganisationId organisation, CaseId its, By by, boolean settled) {
        var change = settled ? cases.close(organisation, its, by) : cases.leaveOpen(organisation, its, by);
        return change instanceof CaseChange.NotFrom(var state) && state != (settled ? CaseState.CLOSED : CaseState.OPEN)
                ? Optional.of(new Ending.CaseIs(state))
                : Optional.empty();
    }
}
