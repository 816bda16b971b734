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
 * @param place what the line goes by: when it was taken, unless they came back after a missed call
 * @param letAhead why waiting is hard for them; empty for most people
 * @param towards to whom it has been passed on
 * @param byRule it left by the no-show rule or because the point closed, not by anybody's press
 * @param canComeBack after a missed call, once; for how long {@link QueueService#comeBack} says
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
        int calls,
        Instant place,
        Optional<LetAhead> letAhead,
        Optional<Transfer> towards,
        boolean byRule,
        boolean canComeBack) {

    /** One to which nothing out of the ordinary has happened. */
    public Ticket(
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
            int calls) {
        this(
                organisation,
                id,
                point,
                day,
                number,
                caseId,
                state,
                takenAt,
                agent,
                counterLabel,
                calledAt,
                calls,
                takenAt,
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
