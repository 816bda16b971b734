package fi.tiski.journeys;

import static fi.tiski.journeys.Journey.settled;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;

/** A person in front of a customer's page, who finds things by what stands on them. */
final class Customer {

    private final Page page;
    private Language language;

    Customer(Page page, Language language) {
        this.page = page;
        this.language = language;
    }

    Page page() {
        return page;
    }

    Language language() {
        return language;
    }

    String says(String key, Object... arguments) {
        return Texts.say(language, key, arguments);
    }

    /** The heading of the page in sight; another one lies hidden for when the server is away. */
    Locator heading() {
        return page.locator("main:not([hidden]) h1");
    }

    /** Presses the button of the language, on whichever page they are. */
    Customer speak(Language changed) {
        page.locator(".languages button[lang=" + changed.tag() + "]").click();
        language = changed;
        page.waitForCondition(() -> changed.tag().equals(page.locator("html").getAttribute("lang")));
        return here();
    }

    /** Is in front of a kiosk that begins with somebody new. */
    Customer greeted() {
        page.locator("main[data-page=start]").waitFor();
        page.waitForCondition(() -> "fi".equals(page.locator("html").getAttribute("lang")));
        language = Language.FI;
        return here();
    }

    Customer askForAHuman() {
        page.locator(".human").click();
        return at("ways");
    }

    /** Presses what is called so, and is on the page {@code next} then. */
    Customer press(String key, String next) {
        button(says(key)).click();
        return at(next);
    }

    /** Presses what is called so, and stays on the page. */
    Customer press(String key) {
        button(says(key)).click();
        return here();
    }

    /** Takes the answer at that place in the list, from 1. */
    Customer choose(int place, String next) {
        page.locator(".choice").nth(place - 1).click();
        return at(next);
    }

    /** Takes the way that is called so; more than its name stands on the card. */
    Customer way(String key, String next) {
        page.locator(".choice")
                .filter(new Locator.FilterOptions().setHas(page.getByText(says(key), exactly())))
                .click();
        return at(next);
    }

    Customer type(String key, String words) {
        page.getByLabel(says(key), new Page.GetByLabelOptions().setExact(true)).fill(words);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** Waits until the page with that name in its address is there. */
    Customer at(String name) {
        page.waitForURL(url -> url.contains("/" + name + "/") || url.endsWith("/" + name));
        return here();
    }

    Customer back() {
        page.locator(".human-bar .back").click();
        return here();
    }

    private Customer here() {
        settled(page);
        return this;
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
