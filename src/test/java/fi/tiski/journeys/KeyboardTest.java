package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.Journey.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;

/** Everything without a mouse and without touch: Tab, space, Enter and letters. */
class KeyboardTest extends Journey {

    private static final int MOST_TABS = 60;

    @Test
    void aTimeIsBookedByKeyboardAlone() {
        var home = new Customer(open(Screen.DESK, "/"), Language.FI);
        var page = home.page();

        reach(home, "kit.human.request");
        press(home, "ways");
        reach(home, "journey.ways.time");
        press(home, "topic");
        reach(home, "journey.topic.rather");
        press(home, "meet");
        reach(home, "journey.mode.phone");
        press(home, "needs");
        reach(home, "journey.go-on");
        press(home, "times");
        page.keyboard().press("Tab");
        tabTo(page, "element.classList.contains('time')");
        press(home, "who");
        tabTo(page, "element.name === 'name'");
        page.keyboard().type("Näppäinten Niilo");
        tabTo(page, "element.name === 'phone'");
        page.keyboard().type("041 555 0144");
        reach(home, "journey.go-on");
        press(home, "check");
        reach(home, "journey.check.confirm");
        press(home, "done");

        assertThat(home.heading()).hasText(home.says("journey.done.meeting.title"));
        assertThat(home.heading()).isFocused();
    }

    @Test
    void anAgentServesByKeyboardAlone() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino")
                .standAt("1")
                .callUntil(number);

        desk.page().keyboard().press("Alt+s");
        assertThat(kiosk.page().locator(".ticket-turn")).containsText(kiosk.says("journey.number.served", "1"));
        desk.page().keyboard().press("Alt+k");
        desk.page().keyboard().type("Näppäimillä kirjoitettu");
        assertThat(desk.act("done")).isVisible();
        desk.page().keyboard().press("Alt+v");
        desk.act("settled").waitFor();
        desk.page().keyboard().press("Alt+s");

        assertThat(kiosk.heading()).hasText(kiosk.says("journey.number.done.title"));
    }

    private static void press(Customer customer, String next) {
        customer.page().keyboard().press("Enter");
        customer.at(next);
        settled(customer.page());
    }

    private static void reach(Customer customer, String key) {
        tabTo(customer.page(), "(element.textContent ?? '').trim().startsWith(" + quoted(customer.says(key)) + ")");
    }

    static void tabTo(Page page, String isIt) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("() => { const element = document.activeElement; return " + isIt + "; }")) {
                assertThat((Boolean) page.evaluate("() => { const box = document.activeElement.getBoundingClientRect();"
                                + " return document.activeElement.contains(document.elementFromPoint("
                                + "box.x + box.width / 2, box.y + box.height / 2)); }"))
                        .as("the focus is in sight: " + isIt)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("Tab never comes to where " + isIt);
    }

    private static String quoted(String words) {
        return "'" + words.replace("'", "\\'") + "'";
    }
}
