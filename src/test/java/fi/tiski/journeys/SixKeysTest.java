package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.journeys.Keypad.Key;
import fi.tiski.journeys.Listener.Said;
import fi.tiski.platform.text.Language;
import fi.tiski.support.KeeperDouble.Jack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the keys of a keypad do, and what the voice may say where. */
class SixKeysTest extends WithKeeper {

    private static final String NAME = "Kuiskaus";

    @Test
    void aKioskIsSilentUntilSomebodyWantsToHear() {
        var person = atAKiosk();

        person.page().locator(".human").click();
        person.page().waitForURL("**/ways/**");
        settled(person.page());

        assertThat(person.transcript()).isEmpty();
        person.page().locator("[data-aloud]").click();
        assertThat(person.heading().lastWords()).contains(person.says("journey.ways.title"));
    }

    @Test
    void headphonesBeginItAndTheirEndIsTheEndOfIt() {
        var person = atAKiosk();

        KEEPER.jack(Jack.IN);
        assertThat(person.heading().lastWords())
                .contains(person.says("kit.voice.keys", person.says("kit.human.request")));
        KEEPER.jack(Jack.OUT);

        assertThat(person.page().locator("[data-aloud]")).hasAttribute("aria-pressed", "false");
        assertThat(person.page().locator("[data-voice-bar]")).isHidden();
    }

    @Test
    void theHelpKeySaysWhatTheKeysDo() {
        var person = atAKiosk();

        assertThat(person.press(Key.HELP).lastWords())
                .contains(person.says("kit.voice.keys", person.says("kit.human.request")));
        assertThat(person.press(Key.HELP).lastWords())
                .isEqualTo(person.says("kit.voice.keys", person.says("kit.human.request")));
    }

    @Test
    void aHeldKeyIsOnePress() {
        var person = atAKiosk().withSwitches();
        person.press(Key.DOWN);
        var first = person.lastWords();
        person.press(Key.DOWN);
        var second = person.lastWords();
        person.press(Key.UP);
        assertThat(person.lastWords()).isEqualTo(first);

        person.keypad().hold(Key.DOWN, 12);
        person.press(Key.HELP);

        assertThat(person.lastWords()).isEqualTo(second);
    }

    /** EN 301 549 V3.2.1, 5.8: the same key twice within the time is once; another key counts at once. */
    @Test
    void aTremblingHandPressesOnce() {
        var person = atAKiosk().withSwitches();
        person.press(Key.DOWN);
        var first = person.lastWords();

        assertThat(after(person.page(), "['f18', 0], ['f18', 299]")).isEqualTo(first);
        assertThat(after(person.page(), "['f18', 1000], ['f17', 1001]")).isEqualTo(person.says("kit.low"));
        assertThat(after(person.page(), "['f18', 2000], ['f18', 2300]"))
                .isEqualTo(person.says("journey.start.booking"));
    }

    /** The stop after these keys at these times, begun at the first stop of the page. */
    private static String after(Page page, String keys) {
        return (String) page.evaluate("""
                async () => {
                  const { key } = await import('/tiski/keypad.js');
                  document.querySelector('main .choice').focus();
                  const pad = { keys: { f17: 'up', f18: 'down' }, strike: 300 };
                  await key(pad, 'f17', -1000);
                  document.querySelector('main h1').focus();
                  for (const [code, at] of [%s]) await key(pad, code, at);
                  return document.activeElement.textContent;
                }""".formatted(keys));
    }

    @Test
    void everyKeyCutsOffWhatIsBeingSaid() {
        var person = atAKiosk();
        person.press(Key.HELP);
        person.page().evaluate("""
                () => {
                  window.cut = 0;
                  speechSynthesis.speak = words => { heard.push(['', words.text, 1, 1]); window.never = words; };
                  speechSynthesis.cancel = () => { if (window.never) { window.cut += 1; window.never = null; } };
                }""");

        person.keypad().strike(Key.DOWN);
        person.page().waitForFunction("() => window.heard.length === 1");
        person.keypad().strike(Key.DOWN);
        person.page().waitForFunction("() => window.heard.length === 2");

        assertThat(person.page().evaluate("() => window.cut")).isEqualTo(1);
    }

    /** EN 301 549 V3.2.1, 5.1.3.12 and 13: over 18 dB, and for the next person as for everybody. */
    @Test
    void louderAndSofterReachOverEighteenDecibelsAndStartAnewForTheNextPerson() {
        var person = atAKiosk();
        person.press(Key.HELP);
        var before = person.transcript().getLast().volume();

        var steps = volumes(
                person, "louder", "louder", "louder", "softer", "softer", "softer", "softer", "softer", "softer",
                "softer");
        assertThat(20 * Math.log10(steps.getFirst() / before)).isBetween(2.9, 3.1);
        var loudest = steps.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var softest = steps.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertThat(20 * Math.log10(loudest / softest)).isGreaterThanOrEqualTo(17.99);
        assertThat(person.transcript().getLast().words()).isEqualTo(person.says("kit.voice.least"));

        person.page().evaluate("() => window.Tiski.reset()");
        assertThat(person.page().locator("[data-voice-bar]")).isHidden();
        person.press(Key.HELP);
        assertThat(person.transcript().getLast().volume()).isEqualTo(before);
    }

    private static List<Double> volumes(Listener person, String... acts) {
        return java.util.Arrays.stream(acts)
                .map(act -> {
                    person.transcript();
                    person.page().locator("[data-voice=" + act + "]").click();
                    person.listen();
                    return person.transcript().getLast().volume();
                })
                .toList();
    }

    @Test
    void whatIsSomebodysOwnIsNeverSaidThroughTheLoudspeaker() {
        var person = atTheWho();
        person.page().locator("#field-name").fill(NAME);
        person.press(Key.HELP);
        person.transcript();

        person.find(person.says("journey.who.name"));
        assertThat(person.lastWords())
                .contains(person.says("kit.voice.private"))
                .doesNotContain(NAME);
        person.keypad().strike(Key.SELECT);
        person.listen();
        // Of the keys only the rows are said: which letter it is would tell what is written.
        person.keypad().strike(Key.SELECT);
        person.page().locator(".key:focus").waitFor();
        assertThat(words(person)).doesNotContain(NAME);

        KEEPER.jack(Jack.IN);
        person.page().waitForFunction("() => document.querySelector('[data-aloud]')?.ariaPressed === 'true'");
        person.keypad().strike(Key.BACK);
        person.keypad().strike(Key.BACK);
        person.page().waitForFunction("name => window.heard.some(said => said[1].includes(name))", NAME);
    }

    @Test
    void headphonesThatAreTakenOutInTheMiddleAreKnownBeforeTheNextWord() {
        KEEPER.jack(Jack.IN);
        var person = atTheWho();
        person.page().locator("#field-name").fill(NAME);
        person.heading();
        // The page has not heard of it yet: the machine itself is asked.
        KEEPER.jackSilently(Jack.OUT);

        person.find(person.says("journey.who.name"));

        assertThat(person.lastWords())
                .contains(person.says("kit.voice.private"))
                .doesNotContain(NAME);
    }

    /** Into headphones neither: only how much is written. */
    @Test
    void whatIsMaskedIsNeverSaid() {
        KEEPER.jack(Jack.IN);
        var person = atTheWho();
        person.page().locator("#field-name").fill(NAME);
        person.page().locator("#field-name").evaluate("field => { field.type = 'password'; }");
        person.transcript();

        person.find(person.says("journey.who.name"));

        assertThat(person.lastWords()).contains(person.says("kit.voice.masked", NAME.length()));
        person.press(Key.SELECT).press(Key.SELECT);
        assertThat(person.press(Key.SELECT).lastWords()).isEqualTo("*");
        assertThat(words(person)).doesNotContain(NAME);
    }

    @Test
    void theStateOfTheShiftKeyIsHeard() {
        var person = atTheWho();
        person.page().locator("#field-name").fill("a");
        person.press(Key.HELP);
        person.find(person.says("journey.who.name"));
        person.press(Key.SELECT);
        person.find(person.says("kit.keyboard.shift"));

        var shift = person.says("kit.keyboard.shift");
        assertThat(person.press(Key.SELECT).lastWords()).isEqualTo(shift + ", " + person.says("kit.voice.not-chosen"));
        assertThat(person.press(Key.SELECT).lastWords()).isEqualTo(shift + ", " + person.says("kit.voice.chosen"));
    }

    @Test
    void whatWasSaidIsSaidAgainAndStopsWhenAsked() {
        var person = atAKiosk();
        person.press(Key.HELP);
        var choice = person.find(person.says("journey.start.topics")).lastWords();

        person.transcript();
        person.page().evaluate("() => import('/tiski/aloud.js').then(({ act }) => act('repeat'))");
        assertThat(person.listen().lastWords()).isEqualTo(choice);
        person.page().locator("[data-voice=stop]").click();

        assertThat(person.page().locator("[data-voice-bar]")).isHidden();
        assertThat(person.listen().lastWords()).isEqualTo(person.says("kit.voice.bye"));
    }

    @Test
    void theBackKeyGoesBackAndSaysWhereItCannot() {
        var person = atAKiosk();
        person.press(Key.HELP);

        assertThat(person.press(Key.BACK).lastWords()).isEqualTo(person.says("kit.voice.no-back"));
        person.choose(person.says("kit.human.request"), "ways");
        person.keypad().strike(Key.BACK);
        person.page().locator("main[data-page=start]").waitFor();
        assertThat(person.heading().lastWords()).contains(person.says("journey.start.topics"));
    }

    @Test
    void theQuestionWhetherAnybodyIsThereIsHeardAndAnsweredByKeys() {
        var person = atTheWho();
        person.page().clock().install();
        person.press(Key.HELP);

        person.page().clock().fastForward(90_000);
        person.page()
                .waitForFunction(
                        "title => window.heard.some(said => said[1].includes(title))",
                        person.says("kiosk.there.title"));
        person.keypad().strike(Key.SELECT);

        assertThat(person.page().locator("[data-still-there]")).isHidden();
    }

    /** Nobody has to guess where they are: every stop of a page has a ring that is in sight. */
    @Test
    void theFocusIsInSightAtEveryStop() {
        var person = atAKiosk().withSwitches();
        person.choose(person.says("kit.human.request"), "ways");
        var first = "";
        for (int stops = 0; stops < 40; stops++) {
            person.press(Key.DOWN);
            assertThat((Boolean) person.page().evaluate("""
                    () => {
                      const here = document.activeElement;
                      const box = here.getBoundingClientRect();
                      const style = getComputedStyle(here);
                      return here.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))
                        && here.matches(':focus-visible') && parseFloat(style.outlineWidth) >= 4;
                    }"""))
                    .as(person.lastWords())
                    .isTrue();
            if (person.lastWords().equals(first)) {
                return;
            }
            first = first.isEmpty() ? person.lastWords() : first;
        }
        throw new AssertionError("The keys never come round");
    }

    private Listener atAKiosk() {
        var window = window(Screen.KIOSK);
        Listener.takeDown(window);
        return Listener.at(visit(window.newPage(), "/kiosk/keskusta-1"));
    }

    /** On the page that asks who they are, for a time on the telephone. */
    private Listener atTheWho() {
        var person = atAKiosk();
        var customer = new Customer(person.page(), Language.FI);
        customer.askForAHuman()
                .way("journey.ways.time", "topic")
                .press("journey.topic.rather", "meet")
                .way("journey.mode.phone", "needs")
                .press("journey.go-on", "times");
        person.page().locator(".time").first().click();
        customer.at("who");
        return person;
    }

    private static String words(Listener person) {
        return String.join(" ", person.transcript().stream().map(Said::words).toList());
    }
}
