package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import fi.tiski.support.KeeperDouble.Jack;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By ear and six keys alone: every journey of a customer at a kiosk, found by what is said and by nothing else. */
class ByEarTest extends WithKeeper {

    private static final String PHONE = "0415550173";

    @ParameterizedTest
    @EnumSource
    void hereNow(Language language) {
        var person = withHeadphones().speak(language);

        Errands.takeANumber(person);
        var number = person.page().locator(".ticket-number").textContent();
        assertThat(heard(person)).contains(number).contains(person.says("journey.number.wait"));
        Errands.still(person, "by-ear-number", Language.FI);

        person.choose(person.says("journey.number.slip"), "done");
        assertThat(heard(person)).contains(codeAsSaid(person.page()));
        end(person);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeIsChosenAndFoundAgain(Language language) {
        var person = withHeadphones().speak(language);

        Errands.chooseATime(person);
        Errands.sayWho(person, "olli", PHONE);
        assertThat(heard(person)).contains("Olli");
        Errands.still(person, "by-ear-check", Language.SV);
        person.choose(person.says("journey.check.confirm"), "done");
        assertThat(heard(person)).contains(codeAsSaid(person.page()));
        var code = Errands.code(person.page());
        end(person);

        person.speak(language);
        Errands.findMyBooking(person, code, PHONE);
        Errands.still(person, "by-ear-booking", Language.EN);
        end(person);
    }

    @ParameterizedTest
    @EnumSource
    void callMeBack(Language language) {
        var person = withHeadphones().speak(language);

        Errands.askForACall(person, PHONE);
        assertThat(heard(person)).contains(codeAsSaid(person.page()));
        Errands.still(person, "by-ear-call", Language.FI_SIMPLE);
        end(person);
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeIsHeardWithHowToPutItRight(Language language) {
        var person = withHeadphones().speak(language);
        person.choose(person.says("kit.human.request"), "ways");
        person.choose(person.says("journey.ways.call"), "call");

        person.choose(person.says("journey.go-on"));
        person.page().locator("[aria-invalid=true]").waitFor();
        person.find(person.says("journey.call.phone"));

        assertThat(person.lastWords()).contains(person.says("journey.who.phone.missing"));
    }

    /** The language of the voice is that of the page; EN 301 549 V3.2.1, 5.1.3.14. */
    @ParameterizedTest
    @EnumSource
    void theVoiceSpeaksTheLanguageOfThePage(Language language) {
        var person = withHeadphones().speak(language);
        var before = person.transcript().size();

        person.choose(person.says("kit.human.request"), "ways");

        assertThat(person.transcript().stream().skip(before).filter(said -> !said.isALanguagesName()))
                .isNotEmpty()
                .allMatch(said -> said.isIn(language));
    }

    @Test
    void eachLanguageIsNamedInItsOwnVoice() {
        var person = withHeadphones();

        for (var language : Language.values()) {
            person.find(language.ownName());
            assertThat(person.transcript().stream()
                            .filter(said -> said.words().equals(language.ownName()))
                            .findFirst())
                    .get()
                    .matches(said -> said.isIn(language));
        }
    }

    private Listener withHeadphones() {
        KEEPER.jack(Jack.IN);
        var window = window(Screen.KIOSK);
        Listener.takeDown(window);
        var page = visit(window.newPage(), "/kiosk/keskusta-1");
        return Listener.at(page).heading();
    }

    /** Presses the end, and hears how the next person is greeted. */
    private static void end(Listener person) {
        Errands.end(person);
        person.heading();
    }

    private static String heard(Listener person) {
        return person.transcript().stream().map(Listener.Said::words).collect(Collectors.joining(" "));
    }

    /** As it is said: letters and digits one by one. */
    private static String codeAsSaid(Page page) {
        return page.locator("main > .code .only-heard").textContent();
    }
}
