package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.domain.devices.Beat;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Facts;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A new machine becomes a kiosk, and stops being one when its key is taken away. */
class EnrolmentJourneyTest extends Journey {

    /** Of the kiosks in the demo, the one that no other test opens. */
    private static final String KIOSK = "kirkonkyla-1";

    @Autowired
    private DSLContext sql;

    @Autowired
    private DevicesService devices;

    @Autowired
    private CareService care;

    @Autowired
    private PointsService points;

    @AfterEach
    void nobodyIsAKiosk() {
        sql.update(DEVICE)
                .set(DEVICE.STATE, "revoked")
                .set(DEVICE.REVOKED_AT, DEVICE.ENROLLED_AT)
                .set(DEVICE.REVOKED_BY, DEVICE.ENROLLED_BY)
                .where(DEVICE.STATE.eq("enrolled"))
                .execute();
    }

    @Test
    void aManagerAcceptsTheCodeAndTheKioskOpensByItself() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        Look.shot(machine, "enrol");
        var manage = manage();
        Look.shot(manage, "manage-kiosks");

        accept(manage, code(machine));

        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        assertThat(machine.locator("main[data-page=start]")).isVisible();
        assertThat(manage.locator(".new-device .notice.good")).isVisible();
        assertThat(card(manage)).containsText(says("manage.state.enrolled"));
        Look.shot(manage, "manage-kiosks-accepted");

        visit(machine, "/kiosk");
        assertThat(machine).hasURL(address("/kiosk/" + KIOSK));
    }

    @Test
    void aKioskWhoseKeyIsTakenAwayShowsTheNextCode() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        var manage = manage();
        var first = code(machine);
        accept(manage, first);
        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        var customer = new Customer(machine, Language.FI).greeted();
        customer.askForAHuman();

        card(manage).locator("[data-does=revoke]").click();
        assertThat(card(manage).locator(".kiosk-question p")).isFocused();
        Look.shot(manage, "manage-kiosks-revoke");
        isToldAsItWasRead(card(manage), "manage-revoke");
        card(manage).locator(".kiosk-question .primary").click();

        machine.waitForURL(url -> url.endsWith("/kiosk/enrol"));
        assertThat(machine.locator(".enrol .code")).isVisible();
        assertThat(code(machine)).isNotEqualTo(first);
        assertThat(card(manage)).containsText(says("manage.state.none"));
        assertThat(manage.locator(".said .notice").first()).isVisible();
    }

    @Test
    void theKeyOutlivesThePersonAndTheSession() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        var manage = manage();
        accept(manage, code(machine));
        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));

        machine.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("tiski"));
        visit(machine, "/kiosk/enrol");

        assertThat(machine).hasURL(address("/kiosk/" + KIOSK));
        assertThat((String) machine.evaluate("() => document.cookie")).doesNotContain("tiski-kiosk");
    }

    @Test
    void whatAManagerHasItShowAndDoReachesTheOpenPage() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        var manage = manage();
        accept(manage, code(machine));
        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        var customer = new Customer(machine, Language.FI).greeted();
        var message = machine.locator(".kiosk-message");
        assertThat(message).isHidden();

        card(manage).locator("[data-does=message]").click();
        assertThat(manage.locator("#field-message-fi")).isFocused();
        manage.locator("#field-message-fi").fill("Tulostin on rikki. Ota numerosta kuva.");
        manage.locator("#field-message-en").fill("The printer is broken. Take a picture of your number.");
        isToldAsItWasRead(card(manage).locator(".kiosk-question"), "manage-message");
        Audit.axe(manage, "manage-message");
        Look.shot(manage, "manage-message");
        card(manage).locator(".kiosk-question .primary").click();

        assertThat(message).containsText("Ota numerosta kuva");
        Look.shot(machine, "kiosk-message");
        Audit.axe(machine, "kiosk-message");
        customer.speak(Language.EN);
        assertThat(message).containsText("Take a picture");
        customer.speak(Language.SV);
        assertThat(message).containsText("Ota numerosta kuva");

        customer.askForAHuman();
        assertThat(message).isVisible();
        machine.evaluate("() => { window.before = true; }");
        card(manage).locator("[data-does=reload]").click();
        machine.waitForFunction("() => !window.before");
        settled(machine);
        assertThat(machine).hasURL(Pattern.compile(".*/kiosk/" + KIOSK + "/ways/.*"));

        card(manage).locator("[data-does=message]").click();
        card(manage).locator(".kiosk-question .button:not(.primary)").first().click();
        assertThat(message).isHidden();

        card(manage).locator("[data-does=hours]").click();
        manage.locator("#field-hours-opens").selectOption("15");
        manage.locator("#field-hours-closes").selectOption("15");
        card(manage).locator(".kiosk-question .primary").click();
        assertThat(card(manage).locator(".error")).hasText(says("manage.hours.order"));
        manage.locator("#field-hours-closes").selectOption("40");
        isToldAsItWasRead(card(manage).locator(".kiosk-question"), "manage-hours");
        Audit.axe(manage, "manage-hours");
        card(manage).locator(".kiosk-question .primary").click();
        assertThat(card(manage)).containsText("7.30–20.00");
    }

    @Test
    void aTroubleIsToldToTheManagerOnceAndStandsOnTheCardWhileItLasts() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        // Gone without a word, as a machine that is shut in the middle of it.
        manage().context().close();
        var manage = manage();
        accept(manage, code(machine));
        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        var news =
                manage.locator(".said").filter(new Locator.FilterOptions().setHasText(says("manage.fault.paper-out")));

        printer("paper-out");
        assertThat(news).hasCount(1);
        assertThat(card(manage)).containsText(says("manage.state.troubled"));
        assertThat(card(manage).locator(".kiosk-troubles li")).hasCount(1);
        Look.shot(manage, "manage-trouble");
        Audit.axe(manage, "manage-trouble");

        visit(manage, "/manage/kiosks");
        assertThat(card(manage).locator(".kiosk-troubles li")).hasCount(1);
        assertThat(news).hasCount(0);

        printer("ready");
        assertThat(card(manage)).containsText(says("manage.state.well"));
    }

    private void printer(String state) {
        var device = devices.of(points.kiosk(KIOSK).orElseThrow()).orElseThrow();
        care.heard(
                device,
                new Beat(
                        new Facts("2026.11", "on", state, "ready", "out", 9_000_000_000L, OptionalDouble.empty()),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void aWrongCodeIsToldAndTheRightOneGoesThrough() {
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        var manage = manage();

        accept(manage, "AAA AAA A");
        assertThat(manage.locator(".new-device .notice.warning")).hasText(says("manage.new.no-such-code"));
        accept(manage, "");
        assertThat(manage.locator(".new-device .error")).hasText(says("manage.new.code.missing"));
        accept(manage, code(machine).toLowerCase());

        assertThat(manage.locator(".new-device .notice.good")).isVisible();
        // Not left while it is on its way: Chromium may then never answer that its window is closed.
        machine.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        settled(machine);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageOfEnrolmentHasNoBarriers(Language language) {
        var page = open(Screen.KIOSK, "/kiosk/enrol");
        new Customer(page, Language.FI).speak(language);

        Audit.axe(page, "enrol");
        page.evaluate("window.Tiski.text('200')");
        Look.shot(page, "enrol-200-" + language.tag());
        fits(page);
        page.evaluate("window.Tiski.text('100')");

        page.locator(".human").click();
        assertThat(page.locator("main:not([hidden]) .code")).isVisible();
        Audit.axe(page, "enrol-phone");
        Look.shot(page, "enrol-phone-" + language.tag());
        page.locator(".human-bar .back").click();
        assertThat(page.locator(".enrol .code")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void thePageOfKiosksHasNoBarriers(String language) {
        var page = manage();
        page.locator(".manage-head .languages button[lang=" + language + "]").click();
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator(".manage-head .languages [aria-pressed=true]")).isFocused();

        for (var look : new String[] {"light", "dark", "contrast"}) {
            page.evaluate("look => window.Tiski.look(look)", look);
            Audit.axe(page, "manage-kiosks");
            Look.shot(page, "manage-kiosks-" + language + "-" + look);
        }
        page.evaluate("window.Tiski.look('light')");
        page.evaluate("window.Tiski.text('200')");
        fits(page);
        page.setViewportSize(Screen.NARROW.width, Screen.NARROW.height);
        page.evaluate("window.Tiski.text('100')");
        fits(page);
        Look.shot(page, "manage-kiosks-narrow-" + language);
    }

    @Test
    void thePagesOfKiosksAreToldAsTheyWereRead() {
        nobodyIsAKiosk();
        isToldAsItWasRead(manage().locator(".manage"), "manage-kiosks");
        var machine = open(Screen.KIOSK, "/kiosk/enrol");
        assertThat(machine.locator(".enrol .code")).isVisible();
        isToldAsItWasRead(machine.locator("main:not([hidden])"), "kiosk-enrol");
    }

    private static void isToldAsItWasRead(Locator part, String name) {
        var tree = new Tree();
        tree.look(part, name);
        tree.areAsTheyWereRead();
    }

    @Test
    void anAgentIsToldCalmlyThatThePageIsForManagers() {
        var page = open(Screen.DESK, "/desk");
        AgentAtDesk.signIn(page, "aino");
        assertThat(page.locator(".desk-head a[href$='manage/kiosks']")).hasCount(0);

        page.navigate(address("/manage/kiosks"));

        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("main .button")).hasAttribute("href", "/desk");
        Audit.axe(page, "manage-not-yours");
    }

    @Test
    void aManagerComesFromTheDeskByKeysAlone() {
        var page = open(Screen.DESK, "/desk");
        AgentAtDesk.signIn(page, "mikko");

        page.locator(".desk-head a[href$='manage/kiosks']").focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/manage/kiosks"));
        settled(page);
        page.locator("#field-code").focus();
        page.keyboard().type("AAA");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.locator(".new-device .notice.warning")).isVisible();
        assertThat(page.locator("#field-code")).isFocused();
    }

    private Page manage() {
        var page = window(Screen.DESK).newPage();
        page.navigate(address("/manage/kiosks"));
        page.locator("input[name=username]").fill("mikko");
        page.locator("input[type=password]").fill("demo-mikko");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/manage/kiosks"));
        return settled(page);
    }

    private static void accept(Page manage, String code) {
        manage.locator("#field-code").fill(code);
        manage.locator("#field-kiosk").selectOption(new SelectOption().setLabel((String) manage.locator("#field-kiosk")
                .evaluate("(list, kiosk) => [...list.options].find(one => one.text.includes(kiosk)).text", KIOSK)));
        manage.locator(".new-device .button.primary").click();
        settled(manage);
    }

    private static Locator card(Page manage) {
        return manage.locator(".kiosk-card")
                .filter(new Locator.FilterOptions().setHas(manage.locator("#kiosk-" + KIOSK)));
    }

    private static String code(Page machine) {
        return machine.locator(".enrol .code [aria-hidden]").textContent();
    }

    private static String says(String key) {
        return Texts.say(Language.FI, key);
    }

    private static void fits(Page page) {
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }
}
