package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.support.Municipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customer and agent look at one page while they meet, each on their own screen. */
class LookTogetherTest extends Journey {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private CasesService cases;

    @Autowired
    private PeopleService people;

    @BeforeAll
    static void aBrowserWithACamera() {
        playwright = Playwright.create();
        browser = Seen.withCamera(playwright);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void nobodyWaitsOrMeets() {
        var organisation = people.organisation().orElseThrow().id();
        meetings.waiting(organisation).forEach(one -> meetings.leave(organisation, one.id(), Municipality.AT_KIOSK));
        meetings.withEach(organisation)
                .forEach((agent, one) -> meetings.done(organisation, one.id(), new By.AnAgent(agent)));
    }

    @Test
    void theCustomerReadsEachLetterOfTheSummaryAndAloneApprovesIt() {
        var kiosk = new Customer(at(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        var desk = meet(kiosk);
        Look.shot(desk.page(), "desk-together-offer");

        press(desk, "desk.together.open.summary");

        var theirs = kiosk.page().locator(".look-together");
        assertThat(theirs.locator("h2")).hasText(kiosk.says("together.title.summary"));
        assertThat(theirs).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(theirs.locator(".look-news")).containsText(kiosk.says("together.title.summary"));
        assertThat(kiosk.page().locator(".stage .picture:not(.own) video")).isInViewport();
        assertThat(desk.page().locator(".desk-together textarea")).isInViewport();

        theirs.locator("[data-approves]").click();
        assertThat(theirs).containsText(kiosk.says("together.nothing"));

        assertThat(desk.page().locator(".desk-together textarea")).isFocused();
        desk.page().keyboard().type("Lähetät hakemuksen perjantaihin mennessä.");
        assertThat(theirs.locator(".look-words")).hasText("Lähetät hakemuksen perjantaihin mennessä.");
        LiveRegions.areNamed(kiosk.page(), "kiosk-together-summary");
        LiveRegions.areNamed(desk.page(), "desk-together-summary");
        var tree = new Tree();
        tree.look(kiosk.page().locator("main:not([hidden])"), "kiosk-meeting");
        tree.look(desk.page().locator(".desk-meeting"), "desk-meeting");
        tree.look(desk.page().locator(".desk-together"), "desk-together");
        Look.shot(kiosk.page(), "kiosk-together-summary");
        Look.shot(desk.page(), "desk-together-summary");
        Audit.axe(kiosk.page(), "kiosk-together-summary");
        Audit.whole(desk.page(), "desk-together-summary");

        kiosk.press("together.doubt");
        assertThat(desk.page().locator(".desk-together")).containsText(says("desk.together.doubted"));
        desk.page().locator(".desk-together textarea").fill("Lähetät hakemuksen maanantaihin mennessä.");
        assertThat(theirs.locator(".look-words")).hasText("Lähetät hakemuksen maanantaihin mennessä.");
        assertThat(desk.page().locator(".desk-together")).not().containsText(says("desk.together.doubted"));

        theirs.locator("[data-approves]").click();
        assertThat(theirs).containsText(kiosk.says("together.approved"));
        assertThat(desk.page().locator(".timeline")).containsText("Lähetät hakemuksen maanantaihin mennessä.");
        assertThat(desk.page().locator(".desk-together textarea")).hasCount(0);
        Look.shot(kiosk.page(), "kiosk-together-approved");
        Look.shot(desk.page(), "desk-together-approved");
        Audit.axe(kiosk.page(), "kiosk-together-approved");
        Audit.whole(desk.page(), "desk-together-approved");
        tree.areAsTheyWereRead();
    }

    @Test
    void whatTheCustomerKeepsToThemselvesNeverComesToTheDesk() {
        var home = new Customer(at(Screen.PHONE, "/"), Language.FI);
        var desk = meet(home);
        press(desk, "desk.together.open.form");
        press(desk, "desk.together.form.money");

        var theirs = home.page().locator(".look-together");
        assertThat(theirs.locator("h2")).isInViewport();
        home.button(home.says("together.private.on") + ": " + home.says("together.place.income"))
                .click();
        assertThat(theirs).containsText(home.says("together.private.is"));
        home.page().getByLabel(home.says("together.place.income"), exactly()).pressSequentially("1234 euroa");
        home.page().getByLabel(home.says("together.place.rent"), exactly()).pressSequentially("560 euroa");

        var rent = desk.page().getByLabel(home.says("together.place.rent"));
        assertThat(rent).hasValue("560 euroa");
        assertThat(desk.page().locator(".look-private:visible"))
                .hasText(says("desk.together.private.filled", home.says("together.place.income")));
        assertThat((String) desk.page().evaluate("""
                        () => document.documentElement.outerHTML
                          + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join()""")).doesNotContain("1234");
        desk.page().getByLabel(home.says("together.place.savings")).fill("ei ole");
        assertThat(home.page().getByLabel(home.says("together.place.savings"), exactly()))
                .hasValue("ei ole");
        Look.shot(home.page(), "phone-together-form");
        Look.shot(desk.page(), "desk-together-form");
        Audit.axe(home.page(), "phone-together-form");
        Audit.whole(desk.page(), "desk-together-form");

        home.press("together.approve.form");
        assertThat(theirs).containsText(home.says("together.approved"));
        assertThat(desk.page().locator(".timeline"))
                .containsText(home.says("together.agreed", home.says("together.place.rent"), "560 euroa"));
        assertThat(desk.page().locator(".timeline"))
                .containsText(home.says(
                        "together.agreed", home.says("together.place.income"), home.says("together.private.kept")));
        assertThat(desk.page().locator(".timeline")).not().containsText("1234");
    }

    @Test
    void aQuestionIsAnsweredAndAReloadLosesNothingOnEitherSide() {
        var home = new Customer(at(Screen.PHONE, "/"), Language.FI);
        var desk = meet(home);
        press(desk, "desk.together.open.question");
        assertThat(desk.page().locator(".desk-together textarea").first()).isFocused();
        desk.page().keyboard().type("Montako teitä asuu?");
        var theirs = home.page().locator(".look-together");
        assertThat(theirs.locator(".look-words")).hasText("Montako teitä asuu?");
        var answer = home.page().getByLabel(home.says("together.place.answer"), exactly());
        answer.fill("Kolme");
        assertThat(desk.page().getByLabel(says("desk.together.place.answer"))).hasValue("Kolme");

        home.page().reload();
        desk.page().reload();

        assertThat(answer).hasValue("Kolme");
        assertThat(desk.page().getByLabel(says("desk.together.place.answer"))).hasValue("Kolme");
        press(desk, "desk.together.close");
        assertThat(theirs).containsText(home.says("together.news.closed"));
        assertThat(answer).hasCount(0);
    }

    private AgentAtDesk meet(Customer customer) {
        customer.askForAHuman().way("journey.ways.video", "video");
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino").open(code());
        desk.press("answer");
        assertThat(customer.heading()).hasText(customer.says("journey.video.live"));
        Seen.framesGoOn(customer.page());
        return desk;
    }

    private static void press(AgentAtDesk desk, String key) {
        desk.page()
                .locator(".desk-together")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(says(key)))
                .click();
    }

    private static String says(String key, Object... arguments) {
        return Texts.say(Language.FI, key, arguments);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Page at(Screen screen, String path) {
        return visit(keep(fi.tiski.journeys.Browser.window(browser, screen)).newPage(), path);
    }

    /** Of whoever asked last. */
    private String code() {
        var organisation = people.organisation().orElseThrow().id();
        return cases.get(organisation, meetings.waiting(organisation).getLast().caseId())
                .code();
    }
}
