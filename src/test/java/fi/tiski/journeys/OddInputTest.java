package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and numbers as people, machines and pranksters write them: kept as they are, or answered in a plain sentence. */
class OddInputTest extends Journey {

    private static final String LONG = "Maximilian-Ferdinand ".repeat(9).strip();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>document.title = 'taken'</script>",
                "Николай Гоголь 👩‍🦽",
                "محمد بن عبد الله",
                "{0} '' %s $1 \\ &amp; \"x\""
            })
    void aNameIsShownToCustomerAndAgentAsItWasWritten(String name) {
        var home = atWho();
        home.type("journey.who.name", name).type("journey.who.phone", "+44 20 7946 0018");
        home.press("journey.go-on", "check");
        assertThat(home.page().locator(".facts").getByText(name, within())).isVisible();
        home.press("journey.check.confirm", "done");
        var code = home.page().locator("main > .code [aria-hidden]").textContent();

        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko").find(code);
        desk.page().getByText(name, exactly()).first().click();
        assertThat(desk.page().locator("main:not([hidden]) h1")).hasText(name);
        assertThat(home.page().title()).doesNotContain("taken");
        assertThat(desk.page().title()).doesNotContain("taken");
    }

    @Test
    void aNameOfTenThousandCharactersIsAnsweredInASentenceAndStaysWhereItIs() {
        var home = atWho();
        var name = "x".repeat(10_000);
        home.type("journey.who.name", name).type("journey.who.phone", "041 555 0150");

        home.press("journey.go-on");

        assertThat(home.page().locator(".error-summary")).containsText(home.says("journey.who.name.too-long", 200));
        assertThat(home.page().locator("#field-name")).hasValue(name);
        Audit.axe(home.page(), "phone-who-too-long");
        home.page().reload();
        settled(home.page());
        assertThat(home.page().locator("#field-name")).hasValue(name);
        visit(home.page(), home.page().url().replaceFirst("https?://[^/]+", "").replace("/who/", "/check/"));
        assertThat(home.heading()).hasText(home.says("journey.who.title"));
    }

    @Test
    void whatNobodyCanReadIsLeftOutOfAName() {
        var home = atWho();
        home.type("journey.who.phone", "041 555 0151");
        home.page().locator("#field-name").evaluate("""
                field => { field.value = 'Ai\\u0000no\\u0007 \\u202eLaine\\ud83d';
                           field.dispatchEvent(new Event('input', { bubbles: true })); }""");

        home.press("journey.go-on", "check");

        assertThat(home.page().locator(".facts").getByText("Aino Laine", within()))
                .isVisible();
        home.press("journey.check.confirm", "done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aino", "123", "+999 12", "000000000000000000000000000000", "☎️☎️☎️"})
    void aNumberThatCannotBeCalledIsAnsweredInASentence(String phone) {
        var home = atWho();
        home.type("journey.who.name", "Aino").type("journey.who.phone", phone);

        home.press("journey.go-on");

        assertThat(home.page().locator(".error-summary")).containsText(home.says("journey.who.phone.wrong"));
        assertThat(home.page().locator("#field-phone")).hasValue(phone);
    }

    @Test
    void wordsThatAreTooManyAreAnsweredInASentenceAndStayWhereTheyAre() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.place", "place-now").choose(1, "number");
        home.press("journey.number.tell", "tell-topic").press("journey.topic.rather", "tell-words");
        var words = "sana ".repeat(3000).strip();
        home.type("journey.tell.words", words);

        home.press("journey.go-on");

        assertThat(home.page().locator(".error")).containsText(home.says("journey.tell.words.too-long", 4000));
        assertThat(home.page().locator("textarea")).hasValue(words);
    }

    @Test
    void aVeryLongNameBreaksNoPage() {
        var home = atWho();
        home.type("journey.who.name", LONG).type("journey.who.phone", "041 555 0152");
        home.press("journey.go-on", "check");
        Targets.fitSideways(home.page());
        Look.whole(home.page(), "phone-check-long-name");
        home.press("journey.check.confirm", "done");
        var code = home.page().locator("main > .code [aria-hidden]").textContent();

        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko").find(code);
        desk.page().getByText(LONG, exactly()).first().click();
        assertThat(desk.page().locator("main:not([hidden]) h1")).hasText(LONG);
        Targets.fitSideways(desk.page());
        Look.shot(desk.page(), "desk-long-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/ways/%00", "/number/%EF%BF%BF", "/my/%F0%9F%91%A9", "/kiosk/%00", "/about/%27--", "/done/..%2f"
            })
    void anAddressThatSomebodyMadeUpIsAnsweredCalmly(String path) {
        var page = window(Screen.PHONE).newPage();

        var answer = page.navigate(address(path));

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(page.locator("body").textContent()).doesNotContain("Exception");
    }

    private Customer atWho() {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").way("journey.mode.phone", "needs");
        home.press("journey.go-on", "times").page().locator(".time").first().click();
        return home.at("who");
    }

    private static Locator.GetByTextOptions within() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
