package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two agents in two browsers who have the same case in hand. */
class TwoAgentsTest extends Journey {

    private static final int TALL = 3200;

    @Test
    void theySeeEachOtherWriteAndTheSecondToSaveIsToldAndLosesNothing() {
        var aino = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        var mikko = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko");
        var code = aNewCase(aino, "Kahden Katri");
        mikko.find(code);
        mikko.page().locator(".find .found").first().click();

        assertThat(aino.page().locator(".also-here")).containsText("Mikko Salonen");
        assertThat(mikko.page().locator(".also-here")).containsText("Aino Laine");
        mikko.note("Kysyin asiaa isännöitsijältä.");
        assertThat(aino.page().locator(".timeline")).containsText("Kysyin asiaa isännöitsijältä.");

        aino.page().locator(".edit").click();
        mikko.page().locator(".edit").click();
        mikko.page().locator("#field-customer-name").fill("Kahden Katriina");
        mikko.page().locator(".panel .primary").click();
        assertThat(aino.page().locator(".case-head h1")).hasText("Kahden Katriina");
        aino.page().locator("#field-customer-name").fill("Kahden Kaisa");
        aino.page().locator(".panel .primary").click();
        assertThat(aino.page().locator(".panel")).containsText("Kahden Katriina");
        assertThat(aino.page().locator(".panel")).containsText("Kahden Kaisa");
        assertThat(aino.page().locator(".panel")).containsText("Mikko Salonen");
        audit(aino.page(), "desk-both");
        aino.page().locator(".panel .primary").click();
        assertThat(mikko.page().locator(".case-head h1")).hasText("Kahden Kaisa");

        mikko.page().close(new Page.CloseOptions().setRunBeforeUnload(true));
        assertThat(aino.page().locator(".also-here")).isEmpty();
    }

    @Test
    void aCaseHandedOverIsReadAndTheGiverSeesIt() {
        var aino = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino");
        var mikko = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko");
        aNewCase(aino, "Luovutettu Lauri");

        aino.press("hand-over");
        audit(aino.page(), "desk-hand-over");
        aino.page().locator("#field-hand-person").selectOption(new SelectOption().setLabel("Mikko Salonen"));
        aino.page().locator("#field-hand-promised").fill("Soitamme perjantaina.");
        aino.page().locator(".panel .primary").click();
        mikko.row("Luovutettu Lauri").click();
        assertThat(mikko.page().locator(".passed")).containsText("Soitamme perjantaina.");
        audit(mikko.page(), "desk-handed-over");
        mikko.page().keyboard().press("Alt+s");

        assertThat(aino.page().locator(".passed")).containsText("Luki ja jatkaa: Mikko Salonen");
    }

    @Test
    void stateAndKeysAreReachedByKeyboardAndFreeOfBarriers() {
        var page = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "mikko").page();

        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys")).isVisible();
        audit(page, "desk-keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.keys")).isHidden();

        page.keyboard().press("Alt+t");
        assertThat(page.locator("#my-state")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator("#my-state button:focus")).isVisible();
        audit(page, "desk-my-state");
        page.getByText(Texts.say(Language.FI, "desk.me.be-away"), new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("[popovertarget=my-state]")).containsText(Texts.say(Language.FI, "desk.me.away"));
        assertThat(page.locator("#my-state")).isHidden();
        page.keyboard().press("Alt+n");
        assertThat(page.locator("[popovertarget=my-state]")).containsText(Texts.say(Language.FI, "desk.me.available"));
        for (var muted : List.of("false", "true")) {
            page.keyboard().press("Alt+t");
            page.locator("[data-ring]").click();
            assertThat(page.locator("[data-ring]")).hasAttribute("aria-pressed", muted);
            page.keyboard().press("Escape");
        }
    }

    private static String aNewCase(AgentAtDesk desk, String name) {
        desk.page().keyboard().press("Alt+u");
        desk.page().locator("#field-customer-name").fill(name);
        desk.page().locator(".new-place .primary").click();
        assertThat(desk.page().locator(".case-head h1")).hasText(name);
        return desk.page().locator(".case-head .number").textContent().replaceAll(".* ", "");
    }

    /** In a tall window: axe cannot judge what lies under the edge of a scrolling part. */
    private static void audit(Page page, String name) {
        settled(page);
        page.setViewportSize(Screen.DESK.width, TALL);
        Audit.axe(page, name);
        page.setViewportSize(Screen.DESK.width, Screen.DESK.height);
    }
}
