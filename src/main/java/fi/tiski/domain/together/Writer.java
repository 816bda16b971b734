package fi.tiski.domain.together;

import java.util.Locale;

/** Whose hand it is. */
public enum Writer {
    AGENT,
    CUSTOMER;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Writer ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
