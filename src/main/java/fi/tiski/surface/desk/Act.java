package fi.tiski.surface.desk;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that an agent can do with one press.
 *
 * <p>The keys are pressed together with Alt. None of them is Chromium's own: D, E and F open its address line and menus.
 */
enum Act {
    CALL_NEXT("call", "N"),
    OPEN_NEXT("forward", "N"),
    BACK_TO("back", "N"),
    CALL_THIS("call", "S"),
    START("start", "S"),
    START_MEETING("start", "S"),
    ANSWER("video", "S"),
    CALL_PHONE("phone", "S"),
    TAKE_UP("start", "S"),
    DONE("done", "V"),
    SETTLED("done", "S"),
    GOES_ON("forward", "G"),
    NOT_YET("back", ""),
    CALL_AGAIN("call-again", "A"),
    PUT_BACK("put-back", "Z"),
    NO_SHOW("no-show", "X"),
    GIVE_UP("leave", ""),
    NO_ANSWER("no-show", "X"),
    STOP_TRYING("leave", ""),
    CANCEL_CALL("close", ""),
    ARRIVED("here", ""),
    VIDEO_LINKS("people", ""),
    MISSED("no-show", "X"),
    CANCEL_TIME("close", ""),
    HAND_OVER("forward", "L"),
    TAKE_HANDOVER("check", "S"),
    HAND_BACK("put-back", "Z"),
    WITHDRAW("close", ""),
    PASS_ON("counter", ""),
    LET_AHEAD("forward", "O"),
    NOT_AHEAD("put-back", "O"),
    UNDO("back", "P"),
    COME_BACK("check", "N"),
    TAKE_NUMBER("here", ""),
    BOOK_TIME("calendar", ""),
    ASK_CALL("callback", ""),
    CLOSE("done", ""),
    REOPEN("back", "");

    private final String pictogram;
    private final String key;

    Act(String pictogram, String key) {
        this.pictogram = pictogram;
        this.key = key;
    }

    /** As in the keys of texts. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String pictogram() {
        return pictogram;
    }

    /** The letter that does it together with Alt. */
    Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
