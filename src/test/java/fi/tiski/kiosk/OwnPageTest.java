package fi.tiski.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The kiosk's own page: what a person meets before the service and while it is away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPageTest {

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox")));

    private PlayedService service;
    private Keeper keeper;
    private Page page;

    @BeforeEach
    void begin(@TempDir Path folder) {
        service = new PlayedService();
        for (var there : List.of("enrol", "keskusta")) {
            service.answer("/kiosk/" + there, 200, "<!doctype html><title>" + there + "</title>");
        }
        service.answer("/device/arrive", 200, "{\"ticket\":\"once\",\"kiosk\":\"keskusta\"}");
        service.answer("/device/heartbeat", 200, """
                {"orders":[],"offline":{"from":901,"to":901,"day":"%s"},"open":{"from":"%s","until":"%s"}}
                """.formatted(
                        LocalDate.now(ZoneId.of("Europe/Helsinki")),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(3600)));
        keeper = new Keeper(folder, service.address());
        keeper.seesTheServiceAs("there");
        page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1080, 1920));
    }

    @AfterEach
    void end() {
        page.context().close();
        keeper.close();
        service.close();
    }

    @AfterAll
    void close() {
        playwright.close();
    }

    @Test
    void aKioskWithoutAKeyGoesToItsEnrolment() {
        page.navigate(keeper.address());
        page.waitForURL(service.address() + "/kiosk/enrol");
    }

    @Test
    void anEnrolledKioskArrivesWithATicket() {
        enrol();
        page.navigate(keeper.address());
        page.waitForURL(service.address() + "/kiosk/keskusta?arrive=once");
    }

    @Test
    void aKioskThatStartsWhileTheServiceIsAwaySaysSoAndGoesOnByItself() {
        service.goAway();
        keeper.seesTheServiceAs("away");
        page.navigate(keeper.address());
        for (var language : List.of("fi", "sv", "en")) {
            assertThat(page.locator("section[lang=" + language + "]").first()).containsText("09 123 4567");
        }
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        looksRight("kiosk-own-away");
        service.comeBack();
        page.waitForURL(service.address() + "/kiosk/enrol");
    }

    @Test
    void aPersonTakesANumberByKeysAloneAndKeepsItOnTheScreenWhenTheServiceIsBack() {
        enrol();
        service.goAway();
        keeper.seesTheServiceAs("away");
        page.navigate(keeper.address());
        assertThat(page.getByRole(AriaRole.BUTTON))
                .hasText(new String[] {"Ota vuoronumero", "Ta ett könummer", "Take a number"});
        looksRight("kiosk-own-numbers");
        // Each heading and sentence is a stop, so that all of it can be heard; the last is the English button.
        press("F17");
        assertThat(button("Take a number")).isFocused();
        press("F17");
        assertThat(page.getByText("The page comes back by itself")).isFocused();
        press("F18");
        press("F19");

        var given = page.locator("section.given[lang=en]");
        assertThat(given.getByRole(AriaRole.HEADING)).isFocused();
        assertThat(given).containsText("901");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(given.getByText("on paper")).isHidden();
        looksRight("kiosk-own-number");
        service.comeBack();
        keeper.seesTheServiceAs("there");
        assertThat(given).containsText("901");
        press("F18");
        press("F18");
        press("F18");
        press("F18");
        assertThat(button("Done")).isFocused();
        press("F19");
        page.waitForURL(service.address() + "/kiosk/keskusta?arrive=once");
    }

    @Test
    void whenTheNumbersAreGoneTheOfferGoesAndThePhoneStays() {
        enrol();
        service.goAway();
        keeper.seesTheServiceAs("away");
        page.navigate(keeper.address());
        button("Ta ett könummer").click();
        assertThat(page.locator("section.given[lang=sv]")).containsText("901");
        button("Klar").click();
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(page.locator("section[lang=sv]").first()).containsText("09 123 4567");
        assertThat(page.locator("html")).hasAttribute("lang", "fi");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void enrol() {
        var key = keeper.ask(
                "PUT", "/key", "{\"key\":\"a-key-that-nobody-guesses\"}", "Origin: " + service.address() + "\r\n");
        assertThat(key.status()).isEqualTo(204);
        keeper.await(() -> keeper.state().resolve("numbers-allowed").toFile().exists());
    }

    /** A keypad's key, which Playwright does not know by name. */
    private void press(String code) {
        var devtools = page.context().newCDPSession(page);
        for (var type : List.of("rawKeyDown", "keyUp")) {
            var key = new JsonObject();
            key.addProperty("type", type);
            key.addProperty("code", code);
            devtools.send("Input.dispatchKeyEvent", key);
        }
        devtools.detach();
    }

    /** No barrier that a machine finds, nothing to scroll, and a picture to look at. */
    private void looksRight(String name) {
        var found = new AxeBuilder(page).analyze();
        assertThat(found.getViolations()).isEmpty();
        assertThat(found.getIncomplete()).isEmpty();
        assertThat(page.evaluate("() => document.documentElement.scrollHeight")).isEqualTo(1920);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(1080);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    }
}
