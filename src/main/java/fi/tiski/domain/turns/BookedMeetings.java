package fi.tiski.domain.turns;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.queue.Meeting;
import fi.tiski.domain.queue.Meetings;
import fi.tiski.platform.time.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Appointments, as the line at a point sees them. */
@Component
class BookedMeetings implements Meetings {

    private final AppointmentsService appointments;
    private final CasesService cases;

    BookedMeetings(AppointmentsService appointments, CasesService cases) {
        this.appointments = appointments;
        this.cases = cases;
    }

    @Override
    public List<Meeting> at(OrganisationId organisation, PointId point, Collection<AgentId> agents, Span span) {
        var live = appointments.liveAt(organisation, point, agents, span);
        if (live.isEmpty()) {
            return List.of();
        }
        var theirs = cases.all(
                organisation,
                live.stream().flatMap(one -> one.caseId().stream()).distinct().toList());
        return live.stream().flatMap(one -> meeting(one, theirs).stream()).toList();
    }

    private static Optional<Meeting> meeting(Appointment its, Map<CaseId, Case> theirs) {
        return its.caseId()
                .flatMap(id -> Optional.ofNullable(theirs.get(id)))
                .map(about -> new Meeting(
                        its.id().value(),
                        about.id(),
                        its.agent(),
                        its.during(),
                        its.mode() == MeetingMode.IN_PERSON,
                        its.state() == AppointmentState.ARRIVED,
                        its.state() == AppointmentState.SERVING,
                        about.needs().skills().isEmpty()));
    }
}
