package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;

/** An agent at the desk, who finds a button by what it does and a person by what stands on their row. */
final class AgentAtDesk {

    /** More people than any test leaves waiting. */
    private static final int ENOUGH = 60;

    private static final Locator.WaitForOptions SOON = new Locator.WaitForOptions().setTimeout(5_000);

    private final Page page;

    private AgentAtDesk(Page page) {
        this.page = page;
    }

    /** Signs in on a window that shows the sign-in page. */
    static AgentAtDesk signIn(Page page, String name) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[type=password]").fill("demo-" + name);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/desk"));
        page.locator(".desk").waitFor();
        return new AgentAtDesk(page);
    }

    Page page() {
        return page;
    }

    /** Stands at the counter with that label of the town centre, which comes first in the list. */
    AgentAtDesk standAt(String label) {
        var where = page.locator(".desk-head select").first();
        where.selectOption(new SelectOption().setIndex(Integer.parseInt(label)));
        return this;
    }

    /** The row of somebody who waits, found by a number, a name or a time. */
    Locator row(String mark) {
        return page.locator(".queue-row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".number")
                                .getByText(mark, new Locator.GetByTextOptions().setExact(true))));
    }

    /** Somebody who is brought moves the list; a press in that moment presses nothing, and one presses again. */
    AgentAtDesk open(String mark) {
        row(mark).click();
        try {
            row(mark).and(page.locator("[aria-current=true]")).waitFor(SOON);
        } catch (TimeoutError moved) {
            row(mark).click();
        }
        return this;
    }

    AgentAtDesk press(String act) {
        act(act).click();
        return this;
    }

    /** The button that does it, once it takes presses: one that has just changed its meaning takes none. */
    Locator act(String act) {
        return page.locator("[data-act=" + act + "]:not([data-fresh])");
    }

    /** Calls one after the other, as the queue has them, until this number is at the counter; others go on later. */
    AgentAtDesk callUntil(String number) {
        for (int called = 0; called < ENOUGH; called++) {
            press("call-next");
            act("start").waitFor();
            if (page.locator(".under").textContent().matches(".*\\b" + number + "\\b.*")) {
                return this;
            }
            press("no-show");
            act("call-next").waitFor();
        }
        throw new AssertionError("Number " + number + " was never called");
    }

    AgentAtDesk note(String words) {
        page.locator("#note").fill(words);
        page.locator(".note-field button").click();
        assertThat(page.locator(".timeline")).containsText(words);
        return this;
    }

    AgentAtDesk find(String words) {
        page.locator(".find input").fill(words);
        page.keyboard().press("Enter");
        return this;
    }

    /** Ends the encounter; the matter is settled. */
    AgentAtDesk settle() {
        press("done");
        press("settled");
        return this;
    }

    Locator body() {
        return page.locator(".case-body");
    }

    Locator button(Language language, String key) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Texts.say(language, key)))
                .first();
    }
}
