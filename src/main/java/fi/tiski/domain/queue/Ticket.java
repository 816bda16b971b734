package fi.tiski.domain.queue;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A place in the walk-in queue of a point on a day.
 *
 * @param counterLabel what is written above the counter it was called to
 * @param calls how often it has been called
 */
public record Ticket(
        OrganisationId organisation,
        TicketId id,
        PointId point,
        LocalDate day,
        int number,
        CaseId caseId,
        TicketState state,
        Instant takenAt,
        Optional<AgentId> agent,
        Optional<String> counterLabel,
        Optional<Instant> calledAt,
        int calls) {}
