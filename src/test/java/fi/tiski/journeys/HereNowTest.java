package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A walk-in number, from one press to served: what one does, the others see without a reload. */
class HereNowTest extends Journey {

    @ParameterizedTest
    @EnumSource
    void aNumberTakenAtAKioskIsCalledServedAndSettled(Language language) {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var board = open(Screen.DESK, "/board/keskusta");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(language);

        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        assertThat(desk.row(number)).isVisible();
        assertThat(kiosk.page().locator(".ticket-facts")).isVisible();

        kiosk.press("journey.number.slip", "done");
        var slip = kiosk.page().locator(".slip .secret [aria-hidden]").allTextContents();
        kiosk.back();
        var home = new Customer(open(Screen.PHONE, "/my"), Language.FI).speak(language);
        home.type("journey.my.code", slip.get(0)).type("journey.my.proof", slip.get(1));
        home.button(home.says("journey.my.open")).click();
        assertThat(home.page().locator(".ticket-number")).hasText(number);

        kiosk.press("journey.number.tell", "tell-topic").choose(1, "tell-words");
        kiosk.type("journey.tell.words", "Avaimeni on hukassa").press("journey.go-on", "tell-needs");
        kiosk.page().locator(".option").last().click();
        kiosk.press("journey.go-on", "number");

        desk.callUntil(number);
        assertThat(desk.body()).containsText("Avaimeni on hukassa");
        assertThat(desk.body().locator(".need-badge")).hasCount(1);
        assertThat(kiosk.page().locator(".ticket-turn")).containsText(kiosk.says("journey.number.called", "1"));
        assertThat(home.page().locator(".ticket-turn")).containsText(kiosk.says("journey.number.called", "1"));
        assertThat(board.locator(".now .number")).hasText(number);
        Audit.axe(kiosk.page(), "kiosk-number-called");
        Audit.axe(home.page(), "phone-my-number-called");

        desk.press("start");
        assertThat(kiosk.page().locator(".ticket-turn")).containsText(kiosk.says("journey.number.served", "1"));

        Audit.axe(kiosk.page(), "kiosk-number-served");

        desk.note("Uusi avain on tilattu").settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.done.title"));
        Audit.axe(kiosk.page(), "kiosk-number-done");
        assertThat(home.page().locator(".timeline")).containsText("Uusi avain on tilattu");
        assertThat(home.page().locator(".facts").first()).containsText("Aino Laine");
    }

    @Test
    void theSlipIsThatOfTheNumberAlsoForSomebodyWhoHasLookedForATimeSince() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.place", "place-now").choose(1, "number");
        var number = home.page().locator(".ticket-number").textContent();
        var page = home.page().url();
        home.askForAHuman().way("journey.ways.time", "topic");

        home.page().navigate(page);
        settled(home.page());
        home.press("journey.number.slip", "done");

        assertThat(home.page().locator(".slip .number")).hasText(number);
        home.back().press("journey.number.leave", "leave");
    }

    @Test
    void whoHasANumberAndATimeHasBothOnTheSlipAsTheyAreDue() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.place", "place-now").choose(1, "number");
        var number = home.page().locator(".ticket-number").textContent();
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").choose(1, "place").choose(1, "needs");
        home.press("journey.go-on", "times").page().locator(".time").last().click();
        home.at("who").type("journey.who.name", "Kaksi Lappua").type("journey.who.phone", "041 555 0177");
        home.press("journey.go-on", "check").press("journey.check.confirm", "done");

        var slip = home.page().locator(".slip .number");
        assertThat(slip).hasCount(2);
        assertThat(slip.first()).hasText(number);
        assertThat(slip.last()).hasText(home.page().locator(".facts dd").first().textContent());
    }

    @Test
    void aNumberTakenAtHomeIsCalledAndSeenAtTheKiosk() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);

        home.askForAHuman().way("journey.ways.place", "place-now").choose(1, "number");
        var number = home.page().locator(".ticket-number").textContent();
        assertThat(desk.row(number)).isVisible();

        home.press("journey.number.slip", "done");
        var slip = home.page().locator(".slip .secret [aria-hidden]").allTextContents();
        home.back();
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-2/my"), Language.FI);
        kiosk.type("journey.my.code", slip.get(0)).type("journey.my.proof", slip.get(1));
        kiosk.button(kiosk.says("journey.my.open")).click();
        assertThat(kiosk.page().locator(".ticket-number")).hasText(number);

        desk.callUntil(number);
        assertThat(home.page().locator(".ticket-turn")).containsText(home.says("journey.number.called", "1"));
        assertThat(kiosk.page().locator(".ticket-turn")).containsText(home.says("journey.number.called", "1"));
        desk.press("start").settle();
        assertThat(home.heading()).hasText(home.says("journey.number.done.title"));
    }

    @Test
    void whoLeavesTheQueueIsGoneFromTheDeskAtOnce() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        assertThat(desk.row(number)).isVisible();

        kiosk.press("journey.number.leave", "leave").press("journey.leave.leave", "number");

        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.left.title"));
        assertThat(desk.row(number)).isHidden();
    }

    @Test
    void anImpatientThumbGetsOneNumber() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman();

        kiosk.page().locator(".choice").first().dblclick();
        kiosk.at("number");
        var number = kiosk.page().locator(".ticket-number").textContent();

        kiosk.page().goBack();
        kiosk.at("ways");
        kiosk.choose(1, "number");
        assertThat(kiosk.page().locator(".ticket-number")).hasText(number);
        kiosk.page().reload();
        assertThat(kiosk.page().locator(".ticket-number")).hasText(number);
    }

    @ParameterizedTest
    @EnumSource
    void howLongANumberStillTakesIsSeenAtAnyKioskOfThePoint(Language language) {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var first = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        first.askForAHuman().way("journey.ways.here", "number");
        var number = first.page().locator(".ticket-number").textContent();

        var other = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-2"), Language.FI).speak(language);
        other.press("journey.start.how-long", "how-long");
        other.type("journey.how-long.number", "9999").press("journey.how-long.show");
        assertThat(other.page().locator("main:not([hidden])"))
                .containsText(other.says("journey.how-long.unknown", "9999"));
        other.type("journey.how-long.number", number);
        other.button(other.says("journey.how-long.show")).click();
        assertThat(other.page().locator(".ticket-number")).hasText(number);
        assertThat(other.page().locator(".ticket-facts")).containsText(other.says("journey.number.wait"));
        Look.shot(other.page(), "kiosk-how-long-found-" + language.tag());
        Audit.axe(other.page(), "kiosk-how-long-found");

        desk.callUntil(number);
        assertThat(other.page().locator(".ticket-turn")).containsText(other.says("journey.number.called", "1"));
        Audit.axe(other.page(), "kiosk-how-long-called");
        desk.press("start").settle();
        assertThat(other.heading()).hasText(other.says("journey.how-long.over.title", number));
        Audit.axe(other.page(), "kiosk-how-long-over");
    }

    @ParameterizedTest
    @EnumSource
    void whoMissesTheirCallComesBackToTheLine(Language language) {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(language);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        desk.callUntil(number);

        desk.press("no-show");
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.no-show.title"));
        Look.shot(kiosk.page(), "kiosk-number-missed-" + language.tag());
        Audit.axe(kiosk.page(), "kiosk-number-missed");
        kiosk.button(kiosk.says("journey.number.no-show.back")).click();

        assertThat(kiosk.page().locator(".ticket-number")).hasText(number);
        assertThat(desk.row(number)).isVisible();
        desk.callUntil(number);
        desk.press("start").settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.done.title"));
    }
}
