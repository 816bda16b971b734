package fi.tiski.domain.queue;

import java.util.Locale;
import java.util.Optional;

/**
 * Why waiting is hard for somebody: said by them or by an agent, never bought. They go before others, within the bounds
 * of {@link FairOrder}. Nothing about the person is asked but what the wait is like for them.
 */
public enum LetAhead {
    /** Cannot stand or sit for long. */
    STANDING,
    /** Has a small child with them. */
    CHILD,
    /** Is unwell or distressed just now. */
    UNWELL;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LetAhead> ofTag(String tag) {
        for (var reason : values()) {
            if (reason.tag().equals(tag)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
