package fi.tiski.domain.cases;

import java.time.Instant;

/** An agent has read the case. The customer can see it. */
public record Reading(String agentName, Instant at) {}
