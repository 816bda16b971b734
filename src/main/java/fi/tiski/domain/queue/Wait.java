package fi.tiski.domain.queue;

import java.time.Duration;

/**
 * How long somebody waits, as a range that the truth falls into nine times out of ten: see {@code docs/waits.md}.
 *
 * @param atLeast whole minutes, a multiple of five
 * @param atMost whole minutes, a multiple of five, five at least
 */
public record Wait(Duration atLeast, Duration atMost) {

    private static final double GRID = 5 * 60;

    /** The least range of whole fives around two figures in seconds. */
    static Wait around(double optimistic, double pessimistic) {
        return new Wait(Duration.ofSeconds((long) (Math.floor(optimistic / GRID) * GRID)), Duration.ofSeconds((long)
                (Math.max(1, Math.ceil(pessimistic / GRID)) * GRID)));
    }

    /** Whether somebody who waited so long was told the truth. */
    public boolean holds(Duration waited) {
        return waited.compareTo(atLeast) >= 0 && waited.compareTo(atMost) <= 0;
    }
}
