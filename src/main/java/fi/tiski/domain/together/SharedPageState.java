package fi.tiski.domain.together;

import java.util.Locale;

/** The table {@code shared_page_transition} says which may follow which. */
public enum SharedPageState {
    OPEN,
    /** By the customer: what was agreed stands on the case. */
    APPROVED,
    /** Closed by the agent; nothing of it was kept. */
    WITHDRAWN,
    /** The meeting ended before anything was agreed; nothing of it was kept. */
    OVER;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SharedPageState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
