package fi.tiski.domain.staffing;

import java.time.Instant;

/** Whether an agent can begin with somebody. */
public sealed interface Beginning {

    record Begun() implements Beginning {}

    /** They are on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements Beginning {}
}
