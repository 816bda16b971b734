package fi.tiski.domain.staffing;

import fi.tiski.domain.points.Counter;

/** What became of an agent's wish to stand at a counter. */
public sealed interface Stand {

    record At(Counter counter) implements Stand {}

    record TakenBy(String agentName) implements Stand {}
}
