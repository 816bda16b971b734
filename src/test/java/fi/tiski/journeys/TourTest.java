package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;

/** The tour of the README, in English; its pictures are taken here. */
class TourTest extends Journey {

    @Test
    void fromOnePressAtAKioskToAnAgentWhoHasTheWholeCase() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        desk.page().locator(".desk-head select").nth(1).selectOption(new SelectOption().setLabel("English"));
        desk.standAt("1");
        var board = open(Screen.BOARD, "/board/keskusta");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(Language.EN);
        Look.readme(kiosk.page(), "kiosk-start");
        kiosk.askForAHuman();
        Look.readme(kiosk.page(), "kiosk-ways");
        kiosk.way("journey.ways.here", "number");
        Look.readme(kiosk.page(), "kiosk-number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        kiosk.press("journey.number.tell", "tell-topic").choose(1, "tell-words");
        kiosk.page().locator("textarea").click();
        Look.readme(kiosk.page(), "kiosk-keyboard");
        kiosk.type("journey.tell.words", "My front door key does not turn any more.")
                .press("journey.go-on", "tell-needs");
        kiosk.page().locator(".option").nth(2).click();
        kiosk.press("journey.go-on", "number");

        desk.callUntil(number).press("start").act("done").waitFor();
        Look.readme(desk.page(), "desk");
        assertThat(board.locator(".now .number")).hasText(number);
        Look.readme(board, "board");
        desk.settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.done.title"));
    }

    @Test
    void aTimeChosenAtHome() {
        var home = new Customer(open(Screen.TABLET, "/"), Language.FI).speak(Language.EN);
        home.askForAHuman()
                .way("journey.ways.time", "topic")
                .choose(1, "meet")
                .choose(1, "place")
                .choose(1, "needs");
        home.press("journey.go-on", "times");
        Look.readme(home.page(), "home-times");
        home.page().locator(".time").first().click();
        home.at("who").type("journey.who.name", "Aune Example").type("journey.who.phone", "041 555 0133");
        home.press("journey.go-on", "check").press("journey.check.confirm", "done");
        Look.readme(home.page(), "home-done");
        Look.readme(open(Screen.DESK, "/gallery?language=en"), "gallery");
    }
}
