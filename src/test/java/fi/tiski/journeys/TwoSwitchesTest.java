package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.journeys.Keypad.Key;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seated, with two switches and nothing else: one goes round what can be pressed, the other presses it. */
class TwoSwitchesTest extends WithKeeper {

    private static final String PHONE = "0415550164";

    @ParameterizedTest
    @EnumSource
    void hereNow(Language language) {
        var person = seated(language);

        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.here"), "number");

        assertThat(person.page().locator(".ticket-number")).isVisible();
        person.choose(person.says("journey.number.slip"), "done");
        end(person);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeIsChosenAndFoundAgain(Language language) {
        var person = seated(language);

        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.time"), "topic");
        person.choose(person.says("journey.topic.rather"), "meet");
        person.choose(person.says("journey.mode.phone"), "needs");
        person.choose(person.says("journey.go-on"), "times");
        person.choose(person.page().locator(".time").first().textContent().strip(), "who");
        person.write(person.says("journey.who.name"), "eeva");
        person.write(person.says("journey.who.phone"), PHONE);
        person.choose(person.says("journey.go-on"), "check");
        person.choose(person.says("journey.check.confirm"), "done");
        var code = code(person.page());
        end(person);

        person.speak(language);
        person.choose(person.says("journey.start.booking"), "my");
        person.write(person.says("journey.my.code"), code);
        person.write(person.says("journey.my.proof"), PHONE.substring(PHONE.length() - 4));
        person.choose(person.says("journey.my.open"));
        assertThat(person.page().locator(".timeline")).isVisible();
        end(person);
    }

    @ParameterizedTest
    @EnumSource
    void callMeBack(Language language) {
        var person = seated(language);

        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.call"), "call");
        person.write(person.says("journey.call.phone"), PHONE);
        person.choose(person.says("journey.go-on"), "call-when");
        person.press(Key.NEXT).press(Key.SELECT).arrive("done");
        end(person);
    }

    /** Within reach, and large enough. */
    private Listener seated(Language language) {
        var person = Listener.at(open(Screen.KIOSK, "/kiosk/keskusta-1")).withSwitches();
        person.choose(person.says("kit.low"));
        return person.speak(language);
    }

    private static void end(Listener person) {
        person.choose(person.says("journey.finish"));
        person.page().locator("main[data-page=start]").waitFor();
        settled(person.page());
    }

    private static String code(Page page) {
        return page.locator("main > .code [aria-hidden]").textContent().replace(" ", "");
    }
}
