package fi.tiski.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fi.tiski.support.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What assistive technology is given of the desk and of what managers see. In an application of its own, with a municipality of
 * its own, in which it is always Monday at nine: what is told depends neither on the hour nor on what others have done.
 */
@DirtiesContext
class DeskTreesTest extends Journey {

    @TestConfiguration
    static class AlwaysMonday {

        @Bean
        @Primary
        TestClock standing() {
            return new TestClock();
        }
    }

    private final Tree tree = new Tree();

    @Test
    void everyViewOfTheDeskIsToldAsItWasRead() {
        var page = open(Screen.DESK, "/desk");
        var desk = AgentAtDesk.signIn(page, "aino");
        desk.act("call-next").waitFor();
        page.locator(".queue-row").first().waitFor();
        // Who is brought before this agent comes a moment later.
        page.locator(".desk-queue [role=status] button").first().waitFor();
        tree.look(page.locator(".desk-head"), "desk-head");
        tree.look(page.locator(".desk-queue"), "desk-queue");
        tree.look(page.locator("#main"), "desk-nobody");
        tree.look(page.locator(".desk-day"), "desk-day");
        page.locator(".my-state > .button").click();
        tree.look(shown(page.locator(".my-state [role=dialog]")), "desk-state");
        page.keyboard().press("Escape");

        page.keyboard().press("Alt+u");
        tree.look(shown(page.locator(".new-place")), "desk-new");
        page.locator("#field-customer-name").fill("Puun Tytär");
        page.locator(".new-place .primary").click();
        page.locator(".case-head .number").waitFor();
        tree.look(page.locator("#main"), "desk-case");
        page.locator(".edit").click();
        look(page, "desk-details");
        for (var act : new String[] {"book-time", "ask-call", "hand-over"}) {
            desk.press(act);
            look(page, "desk-" + act);
        }
        page.reload();
        desk.act("call-next").waitFor();
        desk.press("call-next");
        desk.act("start").waitFor();
        tree.look(page.locator("#main"), "desk-called");
        desk.press("start");
        desk.act("done").waitFor();
        tree.look(page.locator("#main"), "desk-serving");
        desk.press("done");
        desk.act("settled").waitFor();
        tree.look(page.locator("#main .case-actions"), "desk-done");
        desk.press("settled");
        desk.find("Puun");
        page.locator(".find li").first().waitFor();
        tree.look(page.locator(".find"), "desk-find");
        tree.areAsTheyWereRead();
    }

    @Test
    void everyViewOfManageIsToldAsItWasRead() {
        var page = open(Screen.DESK, "/manage/meetings");
        page.locator("input[name=username]").fill("mikko");
        page.locator("input[type=password]").fill("demo-mikko");
        page.keyboard().press("Enter");
        page.locator(".manage").waitFor();
        tree.look(shown(page.locator(".manage")), "manage-meetings");
        tree.areAsTheyWereRead();
    }

    /** The panel that has come up over the case, and puts it away. */
    private void look(Page page, String name) {
        tree.look(shown(page.locator(".panel-place > *")), name);
        page.locator(".panel-place .quiet").last().click();
        page.locator(".panel-place > *").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static Locator shown(Locator part) {
        part.first().waitFor();
        return part.first();
    }
}
