package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the kit promises to hands, eyes and ears, in the browser. */
class KitJourneyTest extends Journey {

    @Test
    void anImpatientDoublePressIsOne() {
        var page = open(Screen.TABLET, "/gallery/presses");

        button(page, "Jatka").dblclick();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1");

        button(page, "Jatka").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("2");
        assertThat(button(page, "Jatka")).isFocused();
    }

    @Test
    void whatIsTypedArrivesAlsoWhenTheFieldKeepsTheFocus() {
        var page = open(Screen.TABLET, "/gallery/presses");
        var name = page.getByLabel("Etunimi ja sukunimi");

        name.pressSequentially("Aino");
        page.evaluate("() => document.querySelector('.button.primary').click()");

        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1 Aino");
    }

    @Test
    void enterDoesWhatThePageIsFor() {
        var page = open(Screen.TABLET, "/gallery/presses");

        page.getByLabel("Etunimi ja sukunimi").fill("Aino");
        page.getByLabel("Etunimi ja sukunimi").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1 Aino");
    }

    @Test
    void aNewPageIsHeardFromItsHeading() {
        var page = open(Screen.TABLET, "/gallery/question");

        assertThat(page).hasTitle("Mihin numeroon soitamme? – Tiski");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isFocused();
    }

    @Test
    void aChangedLanguageKeepsTheHandWhereItIs() {
        var page = open(Screen.TABLET, "/gallery/question");

        button(page, "Svenska").click();

        assertThat(page.locator("html")).hasAttribute("lang", "sv");
        assertThat(page).hasTitle("Vilket nummer ringer vi? – Tiski");
        assertThat(button(page, "Jag vill ha hjälp av en människa")).isVisible();
        assertThat(button(page, "Svenska")).isFocused();
        assertThat(button(page, "Svenska")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void colourAndTextSizeAreRememberedAtHomeOnly() {
        var home = open(Screen.TABLET, "/gallery/question");
        button(home, "Värit").click();
        button(home, "Tekstin koko").click();
        assertThat(home.getByText("Tekstin koko 125 prosenttia")).isAttached();
        visit(home, "/gallery/question");
        assertThat(home.locator("html")).hasAttribute("data-look", "dark");
        assertThat(home.locator("html")).hasAttribute("data-text", "125");

        var kiosk = open(Screen.KIOSK, "/gallery/question?frame=kiosk");
        button(kiosk, "Tumma").click();
        assertThat(kiosk.locator("html")).hasAttribute("data-look", "dark");
        visit(kiosk, "/gallery/question?frame=kiosk");
        assertThat(kiosk.locator("html")).not().hasAttribute("data-look", Pattern.compile(".*"));
    }

    @Test
    void aSignOfLifeThatWasUnderWayDoesNotTakeTheCalmPageOfTheDatabaseAway() {
        var page = open(Screen.KIOSK, "/gallery/question?frame=kiosk");
        List<Route> signs = new ArrayList<>();
        page.route("**/*v-r=heartbeat*", signs::add);
        page.route("**/actuator/health/database", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.waitForCondition(() -> !signs.isEmpty());

        page.evaluate("() => window.Tiski.databaseAway('/actuator/health/database')");
        page.waitForResponse("**/*v-r=heartbeat*", () -> signs.forEach(Route::resume));
        page.waitForResponse("**/actuator/health/database", () -> {});

        assertThat(page.locator("[data-away]")).isVisible();
    }

    @Test
    void theKioskWritesWithItsOwnKeys() {
        var page = open(Screen.KIOSK, "/gallery/presses?frame=kiosk");
        var name = page.getByLabel("Etunimi ja sukunimi");

        name.tap();
        key(page, "Å").tap();
        key(page, "s").tap();
        key(page, "a").tap();
        key(page, "x").tap();
        key(page, "Poista yksi merkki").tap();
        assertThat(name).hasValue("Åsa");
        assertThat(name).isFocused();
        Look.shot(page, "kiosk-keyboard");

        key(page, "Valmis").tap();
        assertThat(page.locator(".keyboard")).isHidden();
        button(page, "Jatka").tap();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1 Åsa");
    }

    @Test
    void theKioskShowsDigitsForATelephoneNumber() {
        var page = open(Screen.KIOSK, "/gallery/question?frame=kiosk");

        page.getByLabel("Puhelinnumero").tap();

        assertThat(key(page, "7")).isVisible();
        assertThat(key(page, "q")).isHidden();
        Look.shot(page, "kiosk-digits");
    }

    @Test
    void theSummaryLeadsToTheField() {
        var page = open(Screen.PHONE, "/gallery");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Texts.say(Language.FI, "gallery.phone.wrong")))
                .tap();

        assertThat(page.locator("#field-phone-wrong")).isFocused();
    }

    @Test
    void aServerThatIsAwayLeavesACalmPageWithATelephoneNumber() {
        var page = open(Screen.PHONE, "/gallery/presses");
        var name = page.getByLabel("Etunimi ja sukunimi");
        name.fill("Aino");

        page.route("**/*v-r=*", Route::abort);
        button(page, "Jatka").tap();
        assertThat(page.getByText("Palaamme aivan pian")).isVisible();
        assertThat(name).isHidden();
        button(page, "Haluan palvelua ihmiseltä").tap();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("08 123 4500")))
                .isFocused();
        Look.shot(page, "server-away");

        page.unroute("**/*v-r=*");
        assertThat(name).isVisible();
        assertThat(name).hasValue("Aino");
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1 Aino");
    }

    @Test
    void aServerThatHasForgottenThePageStartsItOver() {
        var page = open(Screen.PHONE, "/gallery/presses");
        button(page, "Jatka").tap();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1");

        page.context().clearCookies();
        button(page, "Jatka").tap();

        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("0");
        assertThat(page.getByRole(AriaRole.HEADING).first()).isFocused();
        assertThat(page.locator(".v-system-error")).hasCount(0);
    }

    @Test
    void aForgottenPageStartsOverAlsoWhenNobodyTouchesIt() {
        var window = window(Screen.KIOSK);
        window.clock().install();
        var page = visit(window.newPage(), "/gallery/presses?frame=kiosk");
        button(page, "Jatka").tap();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("1");

        window.clearCookies();
        window.clock().runFor(20_000);

        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("0");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator key(Page page, String name) {
        return page.locator(".keyboard")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
