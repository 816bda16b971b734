package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A time that a customer chooses, at home and at a kiosk, and what the desk makes of it. */
class ChooseTimeTest extends Journey {

    @Test
    void aTimeBookedAtHomeIsOnTheDeskAndCancelledAtTheKiosk() throws IOException {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko");
        var home = new Customer(open(Screen.TABLET, "/"), Language.FI);

        home.askForAHuman()
                .way("journey.ways.time", "topic")
                .choose(1, "meet")
                .choose(1, "place")
                .choose(1, "needs");
        home.page().locator(".option").last().click();
        home.press("journey.go-on", "times");
        home.page().locator(".time").first().click();
        home.at("who");
        assertThat(home.page().locator(".hold")).isVisible();
        home.type("journey.who.name", "Tyyne Testinen").type("journey.who.phone", "041 555 0177");
        home.page().locator(".option").first().click();
        home.type("journey.who.helper.name", "Veikko Testinen");
        home.press("journey.go-on", "check");
        assertThat(home.page().locator(".facts")).containsText("Tyyne Testinen");
        home.press("journey.check.confirm", "done");

        var code = home.page().locator("main > .code [aria-hidden]").textContent();
        var calendar = home.page()
                .waitForDownload(() -> home.page().locator("a[download]").click());
        assertThat(Files.readString(calendar.path()))
                .contains("BEGIN:VEVENT", "/my/")
                .doesNotContain("Testinen");

        desk.find(code);
        desk.page().getByText("Tyyne Testinen").first().click();
        assertThat(desk.body()).containsText("Veikko Testinen");
        assertThat(desk.body().locator(".need-badge")).hasCount(1);

        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1/my"), Language.FI);
        kiosk.type("journey.my.code", code).type("journey.my.proof", "0177");
        kiosk.button(kiosk.says("journey.my.open")).click();
        assertThat(kiosk.page().locator(".timeline")).isVisible();
        kiosk.press("journey.my.cancel").press("journey.my.cancel.yes");

        assertThat(kiosk.page().locator(".timeline li")).not().hasCount(0);
        var cancelled = desk.body().locator(".timeline li").first();
        assertThat(cancelled).containsText("peru");
    }

    @Test
    void aTimeBookedAtAKioskWithoutAPhoneIsMovedAtHomeByTheSlip() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.time", "topic");
        kiosk.press("journey.topic.rather", "meet").choose(1, "place").choose(1, "needs");
        kiosk.press("journey.go-on", "times").page().locator(".time").first().click();
        kiosk.at("who").type("journey.who.name", "Onni Ilman-Puhelinta");
        kiosk.press("journey.go-on", "check").press("journey.check.confirm", "done");
        var first = kiosk.page().locator(".slip .number").textContent();
        var slip = kiosk.page().locator(".slip .secret [aria-hidden]").allTextContents();
        kiosk.press("journey.finish");

        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko").find(slip.getFirst());
        desk.page().getByText("Onni Ilman-Puhelinta").first().click();

        var home = new Customer(open(Screen.PHONE, "/my"), Language.FI);
        home.type("journey.my.code", slip.get(0)).type("journey.my.proof", slip.get(1));
        home.button(home.says("journey.my.open")).click();
        assertThat(home.page().locator(".facts").first()).containsText(first);
        home.press("journey.my.change", "times").page().locator(".time").last().click();
        home.at("check").press("journey.check.confirm", "done");

        assertThat(home.page().locator(".slip .number")).not().hasText(first);
        assertThat(desk.body().locator(".timeline li").first()).containsText("siir");
    }

    @Test
    void anInterpreterIsBookedWithTheTimeAndStandsEverywhereTheTimeDoes() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").choose(1, "place").choose(1, "needs");
        home.page().locator(".option").first().click();
        home.press("journey.go-on", "interpreter");
        home.page()
                .locator(".choice", new Page.LocatorOptions().setHasText("somali"))
                .click();
        home.at("times");
        home.page().locator(".time").first().click();
        home.at("who").type("journey.who.name", "Asha Testinen").type("journey.who.phone", "041 555 0176");
        home.press("journey.go-on", "check");
        assertThat(home.page().locator(".facts")).containsText("Abdi Warsame, somali");

        home.press("journey.check.confirm", "done");

        assertThat(home.page().locator(".facts")).containsText("Abdi Warsame, somali");
        assertThat(home.page().locator(".slip")).containsText("Tulkki: Abdi Warsame, somali");
        var code = home.page().locator("main > .code [aria-hidden]").textContent();
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko").find(code);
        desk.page().getByText("Asha Testinen").first().click();
        assertThat(desk.body()).containsText("tulkki Abdi Warsame, somali");
    }

    @Test
    void aLinkThatNobodyMadeOpensNothing() {
        var page = open(Screen.PHONE, "/my/AAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(page.locator(".timeline")).hasCount(0);
        assertThat(page.locator(".human")).isVisible();
    }

    @Test
    void aWrongSecretAndAWrongCodeAreAnsweredInTheSameWords() {
        var home = new Customer(open(Screen.PHONE, "/my"), Language.FI);
        home.type("journey.my.code", "AAAAAA").type("journey.my.proof", "0000");

        home.press("journey.my.open");

        assertThat(home.page().locator(".error-summary")).containsText(home.says("journey.my.no-match"));
        assertThat(home.page().getByLabel(home.says("journey.my.code"))).hasValue("AAAAAA");
    }
}
