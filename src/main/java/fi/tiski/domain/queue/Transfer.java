package fi.tiski.domain.queue;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.CounterId;

/**
 * To whom a number is passed on at the same point. It is theirs alone to call while they stand at a counter there; when
 * nobody of them does, anybody calls it, so that nobody waits for an empty chair.
 */
public sealed interface Transfer {

    record ToAgent(AgentId agent) implements Transfer {}

    /** @param label what is written above it */
    record ToCounter(CounterId counter, String label) implements Transfer {}

    /** Whoever serves that topic. */
    record ToTopic(TopicId topic) implements Transfer {}
}
