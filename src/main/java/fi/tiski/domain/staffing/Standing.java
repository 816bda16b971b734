package fi.tiski.domain.staffing;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.CounterId;
import java.util.Set;

/**
 * An agent who stands at a counter now.
 *
 * @param topics which they serve
 */
public record Standing(AgentId agent, CounterId counter, Set<TopicId> topics) {

    public Standing {
        topics = Set.copyOf(topics);
    }
}
