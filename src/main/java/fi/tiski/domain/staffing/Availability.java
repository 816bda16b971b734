package fi.tiski.domain.staffing;

import java.util.Locale;

/**
 * Whether somebody can be sent to an agent. That an agent is serving is not told here: a ticket, a call back or an
 * appointment in hand says so.
 */
public enum Availability {
    AVAILABLE,
    /** Writing down what was said; it ends by itself. */
    WRAP_UP,
    /** A protected break, planned or taken on the spot. */
    BREAK,
    /** Not at the desk, until they say that they are back. */
    AWAY;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Availability ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
