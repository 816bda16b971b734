package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An encounter at the desk, step by step and in its three languages: no barrier that a machine can find at any. */
class DeskWalkTest extends Journey {

    private static final int TALL = 3000;

    @ParameterizedTest
    @EnumSource(names = {"SV", "EN"})
    void signingInSpeaksTheLanguageOfTheBrowser(Language language) {
        try (var window = Browser.window(Screen.DESK, language.tag())) {
            var page = visit(window.newPage(), "/sign-in");

            assertThat(page.locator("html")).hasAttribute("lang", language.tag());
            assertThat(page.locator("main h1").first()).hasText(Texts.say(language, "signin.title"));
            Audit.axe(page, "sign-in");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FI", "SV", "EN"})
    void theDeskIsFreeOfBarriers(Language language) {
        var page = open(Screen.DESK, "/desk");
        lookAt(page, "sign-in");
        page.locator("input[name=username]").fill("aino");
        page.locator("input[type=password]").fill("wrong");
        page.keyboard().press("Enter");
        page.locator("[role=alert], .error-summary, .notice").first().waitFor();
        lookAt(page, "sign-in-wrong");

        var desk = AgentAtDesk.signIn(page, "aino");
        page.locator(".desk-head select").nth(1).selectOption(new SelectOption().setLabel(language.ownName()));
        page.waitForCondition(() -> language.tag().equals(page.locator("html").getAttribute("lang")));
        desk.standAt("1");
        aCustomerTakesANumber();
        desk.act("call-next").waitFor();
        lookAt(page, "desk");

        desk.press("call-next").act("start").waitFor();
        lookAt(page, "desk-called");
        desk.press("start").act("done").waitFor();
        lookAt(page, "desk-serving");
        desk.press("book-time");
        page.locator(".panel-place *").first().waitFor();
        lookAt(page, "desk-book-time");
        desk.press("done").act("settled").waitFor();
        lookAt(page, "desk-done");
        desk.press("settled").act("call-next").waitFor();

        page.locator(".new-case").click();
        page.locator("form, .panel, fieldset").first().waitFor();
        lookAt(page, "desk-new-case");
        desk.find("zzzz");
        lookAt(page, "desk-find-nothing");
    }

    @Test
    void theBoardIsFreeOfBarriersAndSaysNothingPersonal() {
        aCustomerTakesANumber();
        var board = open(Screen.BOARD, "/board/keskusta");
        Audit.axe(board, "board");
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        desk.press("call-next").act("start").waitFor();
        assertThat(board.locator(".now .number")).isVisible();
        var name = desk.page().locator(".case-head h1").textContent();

        Audit.axe(board, "board-calling");
        fits(board, "board");
        Assertions.assertThat(board.locator("body").textContent()).doesNotContain(name);
        desk.press("no-show");
        Audit.axe(open(Screen.BOARD, "/board/nowhere"), "board-unknown");
    }

    private void aCustomerTakesANumber() {
        new Customer(open(Screen.KIOSK, "/kiosk/keskusta-2"), Language.FI)
                .askForAHuman()
                .way("journey.ways.here", "number");
    }

    /** axe looks at a tall window: it cannot tell the colours behind what lies under an edge. */
    private static void lookAt(Page page, String name) {
        settled(page);
        fits(page, name);
        page.setViewportSize(Screen.DESK.width, TALL);
        Audit.axe(page, name);
        page.setViewportSize(Screen.DESK.width, Screen.DESK.height);
    }

    private static void fits(Page page, String name) {
        Look.shot(page, name + "-" + page.locator("html").getAttribute("lang"));
        Assertions.assertThat(
                        (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s goes beyond the right edge", name)
                .isTrue();
    }
}
