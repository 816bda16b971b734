package fi.tiski.domain.appointments;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * A reserved time with an agent.
 *
 * @param caseId empty only while it is held: nobody has said yet who comes
 * @param agentName who serves
 * @param interpreter who interprets; empty where nobody is booked to
 * @param roomLabel what is written on the door; in person only
 * @param heldUntil only while it is held
 */
public record Appointment(
        OrganisationId organisation,
        AppointmentId id,
        Optional<CaseId> caseId,
        MeetingMode mode,
        Optional<TopicId> topic,
        Optional<PointId> point,
        AgentId agent,
        String agentName,
        Optional<BookedInterpreter> interpreter,
        Optional<String> roomLabel,
        Span during,
        AppointmentState state,
        Optional<Instant> heldUntil) {}
