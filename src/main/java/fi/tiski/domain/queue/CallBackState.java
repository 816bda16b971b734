package fi.tiski.domain.queue;

import java.util.Locale;

/** The table {@code call_back_transition} says which may follow which. */
public enum CallBackState {
    WAITING,
    CALLING,
    DONE,
    NOT_REACHED,
    CANCELLED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallBackState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
