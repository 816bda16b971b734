package fi.tiski.domain.cases;

import java.time.Duration;
import java.util.Optional;

/** What a customer needs to be served well. */
public enum Need {
    INTERPRETER("interpreter"),
    SIGN_LANGUAGE("sign-language"),
    HEARING_LOOP("hearing-loop"),
    STEP_FREE("step-free"),
    SUPPORT_PERSON("support-person"),
    MORE_TIME("more-time");

    private final String tag;

    Need(String tag) {
        this.tag = tag;
    }

    /** As stored, in keys of texts, and as an agent's skill or a room's feature. */
    public String tag() {
        return tag;
    }

    /** How much longer a meeting takes with it. Service managers' rule of thumb: what is said twice takes half as long again. */
    public Duration lengthens(Duration usual) {
        return switch (this) {
            case INTERPRETER, SIGN_LANGUAGE, MORE_TIME -> usual.dividedBy(2);
            case HEARING_LOOP, STEP_FREE, SUPPORT_PERSON -> Duration.ZERO;
        };
    }

    /** Only an agent with this skill can serve. */
    public boolean asksAgent() {
        return this == SIGN_LANGUAGE;
    }

    /** Only a room with this feature will do. */
    public boolean asksRoom() {
        return this == HEARING_LOOP || this == STEP_FREE;
    }

    public static Optional<Need> ofTag(String tag) {
        for (var need : values()) {
            if (need.tag.equals(tag)) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }
}
