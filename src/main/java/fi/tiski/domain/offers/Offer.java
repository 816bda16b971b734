package fi.tiski.domain.offers;

import fi.tiski.domain.cases.CaseId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who waits, brought before one agent.
 *
 * @param lapses when it goes on to the next agent
 */
public record Offer(UUID id, Kind kind, CaseId its, Instant offered, Instant lapses) {

    /** In which way they wait. */
    public enum Kind {
        NUMBER,
        CALL,
        VIDEO,
        HANDOVER;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofTag(String tag) {
            return valueOf(tag.toUpperCase(Locale.ROOT));
        }
    }
}
