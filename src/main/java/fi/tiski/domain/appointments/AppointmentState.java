package fi.tiski.domain.appointments;

import java.util.Locale;

/** The table {@code appointment_transition} says which may follow which. */
public enum AppointmentState {
    HELD,
    BOOKED,
    ARRIVED,
    SERVING,
    DONE,
    NO_SHOW,
    CANCELLED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The customer still means to come. */
    public boolean ahead() {
        return this == BOOKED || this == ARRIVED;
    }

    static AppointmentState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
