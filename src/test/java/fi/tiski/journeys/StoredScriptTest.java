package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;

/** What somebody types is words to everybody who reads it, whatever it looks like. */
class StoredScriptTest extends Journey {

    private static final String AS_NAME = "<img src=x onerror=window.stored=1> {0} ${7*7}";
    private static final String AS_WORDS =
            "<script>window.stored=1</script>\"'><svg onload=window.stored=1> javascript:window.stored=1";

    @Test
    void aScriptInANameOrInWhatWasToldRunsNowhere() {
        var customer = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        customer.askForAHuman().way("journey.ways.here", "number");
        var number = customer.page().locator(".ticket-number").textContent();
        customer.press("journey.number.tell", "tell-topic").choose(1, "tell-words");
        customer.page().locator("textarea").fill(AS_WORDS);
        customer.press("journey.go-on", "tell-needs").press("journey.skip", "number");
        ranNothing(customer.page());

        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.call", "call");
        home.type("journey.call.phone", "041 555 0177");
        home.press("journey.go-on", "call-when");
        ranNothing(home.page());

        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        desk.open(number);
        assertThat(desk.page().locator(".timeline")).containsText("<script>window.stored=1</script>");
        desk.page().locator(".edit").click();
        desk.page().locator("#field-customer-name").fill(AS_NAME);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".case-head")).containsText("<img src=x onerror");
        desk.note(AS_WORDS);
        desk.find("onerror");
        ranNothing(desk.page());
    }

    private static void ranNothing(Page page) {
        assertThat((Boolean) page.evaluate("() => window.stored === undefined")).isTrue();
    }
}
