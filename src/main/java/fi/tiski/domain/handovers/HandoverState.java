package fi.tiski.domain.handovers;

import java.util.Locale;

/** The table {@code handover_transition} says which may follow which. */
public enum HandoverState {
    OFFERED,
    /** The receiver has read the card and goes on with the case. */
    ACCEPTED,
    /** Handed back: it was not theirs to settle. */
    RETURNED,
    /** The giver keeps the case after all. */
    WITHDRAWN;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HandoverState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
