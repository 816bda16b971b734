package fi.tiski.domain.meetings;

import java.util.Locale;

/** The table {@code meeting_transition} says which may follow which. */
public enum MeetingState {
    /** The customer of a booked one has not come yet, or has gone for now. */
    BOOKED,
    WAITING,
    LIVE,
    /** The customer did not wait any longer. */
    LEFT,
    /** The customer chose another way to a human instead. */
    TURNED,
    /** The appointment was cancelled or moved, or nobody came. */
    CALLED_OFF,
    OVER;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MeetingState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
