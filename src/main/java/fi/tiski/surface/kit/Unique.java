package fi.tiski.surface.kit;

import java.util.concurrent.atomic.AtomicLong;

/** Ids that tie elements of one component together, and never those of two. */
final class Unique {

    private static final AtomicLong LAST = new AtomicLong();

    private Unique() {}

    static String id(String kind) {
        return kind + "-" + LAST.incrementAndGet();
    }
}
