package fi.tiski.domain.queue;

import java.time.Instant;

/** What became of an agent's wish to call somebody to their counter. */
public sealed interface Call {

    record Called(Ticket ticket) implements Call {}

    /** Somebody agreed on a time, and it has come: nothing has been changed yet. */
    record Meet(Meeting meeting) implements Call {}

    /** The agent is on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements Call {}

    record NobodyWaiting() implements Call {}

    /** One at a time: this one was called and has not been finished. */
    record StillWith(Ticket ticket) implements Call {}

    /** The agent has not said at which counter they stand. */
    record NoCounter() implements Call {}
}
