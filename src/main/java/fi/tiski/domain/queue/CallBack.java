package fi.tiski.domain.queue;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.time.Span;
import java.util.Optional;

/**
 * Somebody asked to be called; the number is the case's customer's.
 *
 * @param promised when the customer was told that the call comes
 * @param tries how often they have been called without being reached
 */
public record CallBack(
        OrganisationId organisation,
        CallBackId id,
        CaseId caseId,
        CallBackState state,
        Span promised,
        Optional<AgentId> agent,
        int tries) {}
