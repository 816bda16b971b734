package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of people who serve, and the board: no barrier that a machine can find; and what only a browser can show. */
class DeskPagesTest extends Journey {

    @Test
    void signingInIsFreeOfBarriersAlsoAfterAMistake() {
        var page = open(Screen.DESK, "/desk");
        Audit.axe(page, "sign-in");

        page.locator("#username").fill("aino");
        page.locator("#password").fill("wrong");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .hasText(Texts.say(Language.FI, "signin.wrong"));
        assertThat(page.locator("#username")).hasValue("aino");
        assertThat(page.locator("#password")).isFocused();
        Audit.axe(page, "sign-in-wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void theDeskIsFreeOfBarriersInEveryLook(String look) {
        var page = atDesk(Screen.DESK);
        page.evaluate("look => window.Tiski.look(look)", look);
        // High enough that nothing has to be scrolled to: axe cannot judge what lies under the edge of a scrolling
        // part.
        page.setViewportSize(Screen.DESK.width, 2400);
        Audit.axe(page, "desk");

        page.locator(".queue-row").first().click();
        assertThat(page.locator(".case-head .number")).isVisible();
        Audit.axe(page, "desk-case");

        page.locator(".edit").click();
        assertThat(page.locator("#field-customer-name")).isFocused();
        Audit.axe(page, "desk-details");

        page.keyboard().press("Alt+u");
        assertThat(page.locator(".new-place h1")).isVisible();
        Audit.axe(page, "desk-new");
        page.evaluate("window.Tiski.look('light')");
    }

    @ParameterizedTest
    @EnumSource(names = {"FI", "SV", "EN"})
    void theDeskFitsInEveryLanguageAtTwiceTheTextAndOnATablet(Language language) {
        var page = atDesk(Screen.DESK);
        page.locator(".desk-head select").nth(1).selectOption(new SelectOption().setLabel(language.ownName()));
        assertThat(page.locator("#who-waits")).hasText(Texts.say(language, "desk.waits.title"));
        page.locator(".queue-row").first().click();
        assertThat(page.locator(".case-head .number")).isVisible();
        page.evaluate("window.Tiski.text('200')");
        Targets.fitSideways(page);
        Targets.cutNothing(page);
        page.evaluate("window.Tiski.text('100')");
        page.setViewportSize(Screen.TABLET.width, Screen.TABLET.height);
        Targets.fitSideways(page);
        Targets.cutNothing(page);
        page.setViewportSize(Screen.NARROW.width, Screen.NARROW.height);
        Targets.fitSideways(page);
    }

    @Test
    void aNoteThatWasBegunComesBackAfterAReloadAndAfterAnotherCase() {
        var page = atDesk(Screen.DESK);
        page.locator(".queue-row").first().click();
        assertThat(page.locator(".case-head .number")).isVisible();
        var mine = page.locator(".case-head .number").textContent();
        page.keyboard().press("Alt+k");
        assertThat(note(page)).isFocused();
        page.keyboard().type("Kesken jäi");

        settled(reloaded(page));
        assertThat(note(page)).hasValue("Kesken jäi");
        assertThat(page.locator(".case-head .number")).hasText(mine);

        page.locator(".queue-row:not([aria-current=true])").first().click();
        assertThat(page.locator(".case-head .number")).not().hasText(mine);
        assertThat(note(page)).hasValue("");

        page.locator(".queue-row").first().click();
        assertThat(note(page)).hasValue("Kesken jäi");
    }

    @Test
    void shortcutsWorkWhileWriting() {
        var page = atDesk(Screen.DESK);
        page.locator(".queue-row").first().click();
        note(page).fill("Kirjoitan");

        page.keyboard().press("Alt+h");
        assertThat(page.locator("#find-case")).isFocused();
        page.keyboard().type("mäkelä");
        page.keyboard().press("Enter");
        assertThat(page.locator(".find [role=status]")).not().isEmpty();

        page.keyboard().press("Alt+k");
        assertThat(note(page)).isFocused();
        assertThat(note(page)).hasValue("Kirjoitan");
    }

    @Test
    void tabReachesEverythingAndTheFocusIsSeen() {
        var page = atDesk(Screen.DESK);
        page.locator(".queue-row").first().click();
        assertThat(page.locator(".case-head .number")).isVisible();
        page.locator(".mark").focus();

        var reached = new java.util.HashSet<String>();
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate("document.activeElement.dataset.act ?? document.activeElement.id"));
        }

        assertThat(reached).contains("note", "find-case");
        var acts = page.locator("[data-act]:visible").all().stream()
                .map(act -> act.getAttribute("data-act"))
                .toList();
        assertThat(reached).containsAll(acts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void theBoardIsFreeOfBarriersAndNothingIsCut(String look) {
        var page = open(Screen.DESK, "/board/keskusta");
        page.evaluate("look => document.documentElement.dataset.look = look", look);
        for (var size : List.of(new int[] {1920, 1080}, new int[] {1080, 1920})) {
            page.setViewportSize(size[0], size[1]);
            Targets.fitSideways(page);
            Audit.axe(page, "board");
        }
        assertThat(page.locator(".clock")).not().isEmpty();
    }

    private Page atDesk(Screen screen) {
        return AgentAtDesk.signIn(open(screen, "/desk"), "aino").page();
    }

    private static Page reloaded(Page page) {
        page.reload();
        return page;
    }

    private static Locator note(Page page) {
        return page.locator("#note");
    }
}
