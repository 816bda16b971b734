package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

        Errands.takeANumber(person);
        assertThat(person.page().locator(".ticket-number")).isVisible();
        Errands.still(person, "two-switches-number", Language.SV);
        person.choose(person.says("journey.number.slip"), "done");
        Errands.end(person);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeIsChosenAndFoundAgain(Language language) {
        var person = seated(language);

        Errands.chooseATime(person);
        Errands.sayWho(person, "eeva", PHONE);
        person.choose(person.says("journey.check.confirm"), "done");
        Errands.still(person, "two-switches-done", Language.EN);
        var code = Errands.code(person.page());
        Errands.end(person);

        person.speak(language);
        Errands.findMyBooking(person, code, PHONE);
        assertThat(person.page().locator(".timeline")).isVisible();
        Errands.still(person, "two-switches-booking", Language.FI_SIMPLE);
        Errands.end(person);
    }

    @ParameterizedTest
    @EnumSource
    void callMeBack(Language language) {
        var person = seated(language);

        Errands.askForACall(person, PHONE);
        Errands.still(person, "two-switches-call", Language.FI);
        Errands.end(person);
    }

    /** Within reach, and large enough. */
    private Listener seated(Language language) {
        var person = Listener.at(open(Screen.KIOSK, "/kiosk/keskusta-1")).withSwitches();
        person.choose(person.says("kit.low"));
        return person.speak(language);
    }
}
