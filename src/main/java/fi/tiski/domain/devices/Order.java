package fi.tiski.domain.devices;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a machine is told to do, and has not said that it has done. */
public record Order(UUID id, Act act, Instant at) {

    public enum Act {
        /** The page, which keeps what a person has begun. */
        RELOAD,
        /** The machine. */
        RESTART;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Act ofTag(String tag) {
            return valueOf(tag.toUpperCase(Locale.ROOT));
        }
    }
}
