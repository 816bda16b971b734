package fi.tiski.domain.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * What was last heard of a machine.
 *
 * @param at its last sign of life, of its keeper or of its page
 * @param facts what its keeper last said; empty while it has none
 */
public record Heard(Instant at, Optional<Facts> facts) {}
