package fi.tiski.domain.handovers;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A case passed on.
 *
 * @param openToAllAt from then on whoever serves the case's topic may take it
 * @param takenBy who has confirmed having read it
 * @param takenByName empty until somebody has
 * @param readAt when they confirmed it
 */
public record Handover(
        OrganisationId organisation,
        HandoverId id,
        CaseId caseId,
        HandoverState state,
        AgentId from,
        String fromName,
        Receiver to,
        Card card,
        Instant offeredAt,
        Instant openToAllAt,
        Optional<AgentId> takenBy,
        Optional<String> takenByName,
        Optional<Instant> readAt) {}
