package fi.tiski.domain.queue;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.util.UUID;

/**
 * An appointment as the line at a point sees it.
 *
 * @param appointment its id
 * @param agent with whom it was agreed
 * @param inPerson at the point; otherwise the agent calls or opens the video
 * @param here the customer has arrived
 * @param underWay it has begun
 * @param anybody another agent can hold it too: nothing was asked for that only some can do
 */
public record Meeting(
        UUID appointment,
        CaseId caseId,
        AgentId agent,
        Span during,
        boolean inPerson,
        boolean here,
        boolean underWay,
        boolean anybody) {}
