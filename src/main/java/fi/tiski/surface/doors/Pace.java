package fi.tiski.surface.doors;

import fi.tiski.platform.limits.Rate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps each address to an even rate, in the memory of this process: asking the database for every request would cost
 * more than most requests do. The same rule as {@link fi.tiski.platform.limits.Limits#take}.
 */
final class Pace {

    /** More addresses than this at one time are an attack, or a mistake: those that owe nothing are dropped. */
    private static final int MANY = 20_000;

    private final Rate rate;
    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<String, Long> spentUntil = new ConcurrentHashMap<>();

    Pace(Rate rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    boolean grants(String address) {
        var now = nanoTime.getAsLong();
        var every = rate.oneEvery().toNanos();
        var ahead = every * (rate.atOnce() - 1L);
        if (spentUntil.size() > MANY) {
            spentUntil.values().removeIf(until -> until - now <= 0);
        }
        var granted = new boolean[1];
        spentUntil.compute(address, (same, until) -> {
            var from = until == null || until - now < 0 ? now : until;
            granted[0] = from - now <= ahead;
            return granted[0] ? from + every : from;
        });
        return granted[0];
    }

    /** How many addresses are remembered. */
    int size() {
        return spentUntil.size();
    }
}
