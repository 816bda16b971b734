package fi.tiski.domain.queue;

import java.util.Locale;

/** What an agent did with a number and can take back. */
public enum Step {
    CALL,
    SERVE,
    DONE,
    NO_SHOW,
    PUT_BACK,
    LEAVE,
    TRANSFER;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
