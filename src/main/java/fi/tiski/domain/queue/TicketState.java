package fi.tiski.domain.queue;

import java.util.Locale;

/** The table {@code ticket_transition} says which may follow which. */
public enum TicketState {
    WAITING,
    CALLED,
    SERVING,
    DONE,
    NO_SHOW,
    LEFT;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The customer is in the queue or at a counter. */
    public boolean live() {
        return this == WAITING || this == CALLED || this == SERVING;
    }

    static TicketState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
