package fi.tiski.domain.cases;

import java.util.Locale;

/** The table {@code case_transition} says which may follow which. */
public enum CaseState {
    OPEN,
    IN_SERVICE,
    CLOSED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
