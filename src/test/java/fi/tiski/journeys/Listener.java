package fi.tiski.journeys;

import static fi.tiski.journeys.Journey.settled;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import fi.tiski.journeys.Keypad.Key;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A person who does not see the glass: finds everything by what the kiosk says, with the keys of a keypad or with two
 * switches. The voice is taken down where the page hands it to the browser; that it then sounds is another test's matter.
 */
final class Listener {

    /** One thing said: in which language's voice, and how. */
    record Said(String lang, String words, double rate, double volume) {

        boolean isIn(Language language) {
            return lang.startsWith(language.locale().getLanguage());
        }

        /** Each language is called by its own name, in its own voice, on every page. */
        boolean isALanguagesName() {
            return Stream.of(Language.values()).anyMatch(one -> one.ownName().equals(words));
        }
    }

    private static final int MOST_STOPS = 80;

    /** In place of the browser's voice. Like it, it has Afrikaans for a default; it takes a moment, and can be cut off. */
    private static final String VOICE = """
            (() => {
              const voices = ['af', 'en-GB', 'fi-FI', 'sv-SE'].map(lang => ({ lang, name: lang, default: lang === 'af' }));
              const queue = [];
              const next = () => {
                const now = queue[0];
                if (!now) return;
                window.heard.push([now.voice?.lang ?? 'af', now.text, now.rate, now.volume]);
                setTimeout(() => { if (queue[0] === now) { queue.shift(); now.onend?.(); next(); } });
              };
              window.heard = [];
              window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
              Object.defineProperty(window, 'speechSynthesis', { value: {
                getVoices: () => voices,
                addEventListener() {},
                speak(utterance) { if (queue.push(utterance) === 1) next(); },
                cancel() { for (const cut of queue.splice(0)) cut.onerror?.(); },
              } });
            })()""";

    /** The browser's own voice speaks, and what it begins to say is taken down. */
    private static final String LISTEN_IN = """
            (() => {
              const speak = speechSynthesis.speak.bind(speechSynthesis);
              window.heard = [];
              speechSynthesis.speak = (said) => {
                said.addEventListener('start', () => window.heard.push([said.voice?.lang ?? 'af', said.text, said.rate, said.volume]));
                speak(said);
              };
            })()""";

    private final Page page;
    private final Keypad keypad;
    private final List<Said> transcript = new ArrayList<>();
    private List<Said> latest = List.of();
    private Key onward = Key.DOWN;
    private boolean sees;
    private Language language = Language.FI;

    private Listener(Page page) {
        this.page = page;
        this.keypad = new Keypad(page);
    }

    /** Makes every page of this window take down what it says. */
    static void takeDown(BrowserContext window) {
        window.addInitScript(VOICE);
    }

    /** As {@link #takeDown}, in a browser whose voice is to be heard by itself: everything takes as long as it sounds. */
    static void listenIn(BrowserContext window) {
        window.addInitScript(LISTEN_IN);
    }

    /** Stands at a page of a window that {@link #takeDown takes down} what is said. */
    static Listener at(Page page) {
        return new Listener(page);
    }

    /** From now on with two switches: one goes round, the other chooses. Nothing is said; they see what has the focus. */
    Listener withSwitches() {
        onward = Key.NEXT;
        sees = true;
        return this;
    }

    Page page() {
        return page;
    }

    Keypad keypad() {
        return keypad;
    }

    Language language() {
        return language;
    }

    String says(String key, Object... arguments) {
        return Texts.say(language, key, arguments);
    }

    /** Everything that was said so far. */
    List<Said> transcript() {
        gather();
        return List.copyOf(transcript);
    }

    /** What was said last, or is seen to have the focus, in one line. */
    String lastWords() {
        if (sees) {
            return (String) page.evaluate("""
                    () => {
                      const here = document.activeElement;
                      return here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent;
                    }""");
        }
        return String.join(" ", latest.stream().map(Said::words).toList());
    }

    /** Presses a key, and listens until the voice has come to its end. */
    Listener press(Key key) {
        gather();
        keypad.strike(key);
        return sees ? done() : listen();
    }

    /** Until the page has done what the key asks for. */
    private Listener done() {
        page.evaluate("""
                async () => {
                  await import('/tiski/keypad.js');
                  await import('/tiski/aloud.js');
                  await new Promise(done => setTimeout(done));
                }""");
        return this;
    }

    /** Listens until something was said, and no more comes. */
    Listener listen() {
        page.waitForFunction(
                "() => window.heard.length > 0 && !document.querySelector('[data-voice-bar]')?.hasAttribute('data-speaking')");
        gather();
        return this;
    }

    /** Goes on until it is heard; the focus is in sight on the way. */
    Listener find(String words) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (press(onward).lastWords().contains(words)) {
                return this;
            }
        }
        throw new AssertionError("Never heard “" + words + "”, but " + transcript);
    }

    /** Goes to what is called so, and presses it. */
    Listener choose(String words) {
        find(words);
        gather();
        keypad.strike(Key.SELECT);
        return this;
    }

    /** As {@link #choose}, and hears the page {@code next} to its end. */
    Listener choose(String words, String next) {
        return choose(words).arrive(next);
    }

    /** Waits for the page with that name in its address, and for its heading to be heard. */
    Listener arrive(String name) {
        try {
            page.waitForURL(url -> url.contains("/" + name + "/") || url.endsWith("/" + name));
        } catch (TimeoutError never) {
            throw new AssertionError("Never came to " + name + ", but heard " + transcript(), never);
        }
        settled(page);
        return sees ? this : heading();
    }

    /** Listens until the heading of the page, and all that follows it, has been said. */
    Listener heading() {
        page.waitForFunction("""
                () => {
                  const heading = document.querySelector('main:not([hidden]) h1').textContent.trim();
                  return window.heard.some(said => said[1].includes(heading.replace(/[.,:;!?]+$/, '')))
                    && !document.querySelector('[data-voice-bar]').hasAttribute('data-speaking');
                }""");
        gather();
        return this;
    }

    /** Chooses another language, and hears the page in it. */
    Listener speak(Language changed) {
        choose(changed.ownName());
        page.waitForCondition(() -> changed.tag().equals(page.locator("html").getAttribute("lang")));
        language = changed;
        settled(page);
        return sees ? this : heading();
    }

    /** Goes to the field that is called so, and writes by rows and keys. */
    Listener write(String label, String words) {
        find(label);
        press(Key.SELECT);
        for (var letter : words.toLowerCase(Locale.ROOT).split("")) {
            var name = letter.equals(" ") ? says("kit.keyboard.space") : letter;
            walk(name, true);
            press(Key.SELECT);
            walk(name, false);
            press(Key.SELECT);
            out();
        }
        walk(says("kit.keyboard.done"), true);
        press(Key.SELECT);
        walk(says("kit.keyboard.done"), false);
        press(Key.SELECT);
        return this;
    }

    /** From the keys back to their row: by the key that leads back, or with a switch on to the end. */
    private void out() {
        if (!sees) {
            press(Key.BACK);
            return;
        }
        do {
            press(onward);
        } while (page.locator(".key-row:focus").count() == 0);
    }

    /** Along the rows until one has the key, or along the keys until it is this one. */
    private void walk(String key, boolean rows) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            var heard = lastWords().toLowerCase(Locale.ROOT);
            var wanted = key.toLowerCase(Locale.ROOT);
            if (rows ? (heard + " ").contains(" " + wanted + " ") : heard.equals(wanted)) {
                return;
            }
            press(onward);
        }
        throw new AssertionError("No key “" + key + "”, but "
                + transcript.subList(Math.max(0, transcript.size() - 260), transcript.size()).stream()
                        .map(Said::words)
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private void gather() {
        var all = (List<List<Object>>) page.evaluate("() => window.heard?.splice(0) ?? []");
        latest = all.stream()
                .map(said -> new Said(
                        (String) said.get(0),
                        (String) said.get(1),
                        ((Number) said.get(2)).doubleValue(),
                        ((Number) said.get(3)).doubleValue()))
                .toList();
        transcript.addAll(latest);
    }
}
