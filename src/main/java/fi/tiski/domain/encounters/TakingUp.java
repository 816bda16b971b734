package fi.tiski.domain.encounters;

import java.time.Instant;

/** What became of an attempt to take a case up by hand. */
public sealed interface TakingUp {

    record TakenUp() implements TakingUp {}

    /** The agent is on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements TakingUp {}
}
