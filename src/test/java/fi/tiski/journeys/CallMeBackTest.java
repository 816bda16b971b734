package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;

/** A call that a customer asks for, at home and at a kiosk, and the agent who makes it. */
class CallMeBackTest extends Journey {

    @Test
    void aCallAskedForAtHomeIsMadeAndSeenAtTheKiosk() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.call", "call");
        home.type("journey.call.phone", "041 555 0166")
                .press("journey.go-on", "call-when")
                .choose(1, "done");
        var code = home.page().locator("main > .code [aria-hidden]").textContent();

        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1/my"), Language.FI);
        kiosk.type("journey.my.code", code).type("journey.my.proof", "0166");
        kiosk.button(kiosk.says("journey.my.open")).click();
        assertThat(kiosk.page().locator(".timeline")).isVisible();

        desk.find(code);
        desk.page().getByText(code).first().click();
        desk.press("call-phone").settle();

        assertThat(kiosk.page().locator(".facts")).containsText("Aino Laine");
        assertThat(kiosk.page().locator(".timeline li").last()).containsText("suljettiin");
    }

    @Test
    void aCallAskedForAtAKioskThatNobodyAnswersIsTriedAgain() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.call", "call");
        kiosk.type("journey.call.phone", "041 555 0155")
                .press("journey.go-on", "call-when")
                .choose(1, "done");
        var slip = kiosk.page().locator(".slip .secret [aria-hidden]").allTextContents();

        var home = new Customer(open(Screen.PHONE, "/my"), Language.FI);
        home.type("journey.my.code", slip.get(0)).type("journey.my.proof", slip.get(1));
        home.button(home.says("journey.my.open")).click();
        assertThat(home.page().locator(".timeline")).isVisible();

        desk.find(slip.getFirst());
        desk.page().getByText(slip.getFirst()).first().click();
        desk.press("call-phone").press("no-answer");

        assertThat(home.page().locator(".timeline")).containsText("soitamme myöhemmin");
    }
}
