package fi.tiski.domain.meetings;

import java.util.Locale;

/** As whom somebody takes part. */
public enum Role {
    CUSTOMER,
    AGENT;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
