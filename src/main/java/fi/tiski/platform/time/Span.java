package fi.tiski.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;

/** A stretch of time: from {@code from}, and up to but not including {@code until}. Never empty. */
public record Span(Instant from, Instant until) {

    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Ends before it begins: " + from + " to " + until);
        }
    }

    public static Span of(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    public static Span of(OffsetDateTimeRange stored) {
        var lower = stored.lower();
        var upper = stored.upper();
        if (lower == null || upper == null) {
            throw new IllegalArgumentException("An open-ended time: " + stored);
        }
        return new Span(lower.toInstant(), upper.toInstant());
    }

    /** As PostgreSQL's {@code tstzrange}, {@code [from,until)}. */
    public OffsetDateTimeRange stored() {
        return OffsetDateTimeRange.offsetDateTimeRange(
                from.atOffset(ZoneOffset.UTC), true, until.atOffset(ZoneOffset.UTC), false);
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
