package fi.tiski.domain.cases;

import java.util.Locale;

/** Through what something reached the case. */
public enum Channel {
    KIOSK,
    HOME,
    DESK,
    SYSTEM;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
