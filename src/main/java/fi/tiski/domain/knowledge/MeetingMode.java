package fi.tiski.domain.knowledge;

import java.util.Optional;

/** How people meet at a time that was chosen. */
public enum MeetingMode {
    IN_PERSON("in-person"),
    VIDEO("video"),
    PHONE("phone");

    private final String tag;

    MeetingMode(String tag) {
        this.tag = tag;
    }

    /** As stored and in keys of texts. */
    public String tag() {
        return tag;
    }

    public static Optional<MeetingMode> ofTag(String tag) {
        for (var mode : values()) {
            if (mode.tag.equals(tag)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
