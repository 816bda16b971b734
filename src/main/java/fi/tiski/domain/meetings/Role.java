package fi.tiski.domain.meetings;

import java.util.List;
import java.util.Locale;

/** As whom somebody takes part. */
public enum Role {
    CUSTOMER,
    AGENT,
    INTERPRETER,
    SIGN_INTERPRETER,
    RELATIVE,
    EXPERT;

    /** Who can be beside customer and agent. */
    public static final List<Role> GUESTS = List.of(INTERPRETER, SIGN_INTERPRETER, RELATIVE, EXPERT);

    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Role ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
