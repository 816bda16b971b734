package fi.tiski.domain.meetings;

import java.util.Locale;

/** The table {@code guest_transition} says which may follow which. */
public enum GuestState {
    INVITED,
    /** Has opened the link, and waits to be admitted. */
    DOOR,
    IN,
    /** The agent did not admit them, or asked them to go. */
    REFUSED,
    /** Their link opens nothing any more. */
    REVOKED;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GuestState ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
