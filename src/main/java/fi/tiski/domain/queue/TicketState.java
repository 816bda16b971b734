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

    static TicketState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
