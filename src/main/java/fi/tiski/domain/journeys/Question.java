package fi.tiski.domain.journeys;

import java.util.Locale;

/** What a journey asks, or remembers on the way. */
public enum Question {
    WAY,
    TOPIC,
    MODE,
    POINT,
    STARTS,
    HOLD,
    /** The booking that this journey made before the one that it chooses now. */
    CHOOSES_AFTER,
    NAME,
    PHONE,
    FOR_SOMEBODY_ELSE,
    HELPER_NAME,
    HELPER_PHONE,
    NEEDS,
    INTERPRETER_LANGUAGE,
    WORDS,
    CALL_WHEN,
    MOVES,
    KEY_TOKEN,
    KEY_SECRET;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
