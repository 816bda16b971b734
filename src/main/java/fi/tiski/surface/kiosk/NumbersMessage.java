package fi.tiski.surface.kiosk;

import fi.tiski.domain.queue.OfflinePress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbers that a keeper gave, as it sends them. */
record NumbersMessage(@Nullable List<@Nullable Given> numbers) {

    record Given(@Nullable UUID press, int number, @Nullable Instant at) {}

    /** More than any kiosk has; a keeper that is told what was kept sends the rest. */
    private static final int MOST = 500;

    /** Throws {@link IllegalArgumentException} when something is missing in one of them. */
    List<OfflinePress> presses() {
        if (numbers == null) {
            throw new IllegalArgumentException("No numbers");
        }
        return numbers.stream().limit(MOST).map(NumbersMessage::press).toList();
    }

    private static OfflinePress press(@Nullable Given given) {
        if (given == null || given.press() == null || given.at() == null || given.number() <= 0) {
            throw new IllegalArgumentException("Not a number that was given");
        }
        return new OfflinePress(given.press(), given.number(), given.at());
    }
}
