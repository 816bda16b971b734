package fi.tiski.domain.staffing;

import java.util.Optional;

/** In which way an agent serves during a shift. */
public enum ServingMode {
    HERE("here"),
    IN_PERSON("in-person"),
    VIDEO("video"),
    PHONE("phone"),
    CALL_BACK("call-back");

    private final String tag;

    ServingMode(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public static Optional<ServingMode> ofTag(String tag) {
        for (var mode : values()) {
            if (mode.tag.equals(tag)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
