package fi.tiski.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A keypad of six keys beside the glass, or two switches: its codes arrive as from real keys, F19 to F24 without a name. */
final class Keypad {

    /** What each key does as the application is delivered. */
    enum Key {
        UP(17),
        DOWN(18),
        SELECT(19),
        BACK(20),
        HELP(21),
        VOLUME(22),
        FIRST_SWITCH(23),
        SECOND_SWITCH(24);

        private final int code;

        Key(int code) {
            this.code = code;
        }
    }

    private static final int CODE_BEFORE_F1 = 111;

    private final Page page;
    private final CDPSession wire;

    Keypad(Page page) {
        this.page = page;
        this.wire = page.context().newCDPSession(page);
    }

    /** Down, up, and a rest that is longer than the key's own: a hand that does not tremble. */
    void press(Key key) {
        strike(key);
        var from = now();
        page.waitForCondition(() -> now() - from > 120);
    }

    /** Down and up, and at once free for more. */
    void strike(Key key) {
        send(key, "rawKeyDown", false);
        send(key, "keyUp", false);
    }

    /** Goes down and stays there: the keyboard repeats it. */
    void hold(Key key, int repeats) {
        send(key, "rawKeyDown", false);
        for (int often = 0; often < repeats; often++) {
            send(key, "rawKeyDown", true);
        }
        send(key, "keyUp", false);
    }

    private double now() {
        return ((Number) page.evaluate("() => performance.now()")).doubleValue();
    }

    private void send(Key key, String type, boolean repeat) {
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("code", "F" + key.code);
        event.addProperty("key", key.code < 19 ? "F" + key.code : "");
        event.addProperty("windowsVirtualKeyCode", CODE_BEFORE_F1 + key.code);
        event.addProperty("autoRepeat", repeat);
        wire.send("Input.dispatchKeyEvent", event);
    }
}
