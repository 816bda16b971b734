package fi.tiski.domain.points;

import java.time.LocalTime;

/** On each day, on the point's clock. */
public record ScreenHours(LocalTime opens, LocalTime closes) {

    public ScreenHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A screen that closes before it opens");
        }
    }
}
