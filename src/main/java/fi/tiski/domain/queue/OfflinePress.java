package fi.tiski.domain.queue;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody took a number while the line was away.
 *
 * @param press idempotency key: the same press told again is the same ticket
 * @param at when they took it, which is their place in the line
 */
public record OfflinePress(UUID press, int number, Instant at) {}
