package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Municipality;
import fi.tiski.support.Recogniser.Heard;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said, recognised by a service of the organisation's own: by the customer's press, and told to everybody. */
class RecognisedCaptionsTest extends WithKeeper {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private CasesService cases;

    @Autowired
    private PeopleService people;

    @BeforeAll
    static void aBrowserWithAMicrophone() {
        playwright = Playwright.create();
        browser = Seen.withCamera(playwright);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void nobodyIsHeard() {
        RECOGNISER.forget();
    }

    @AfterEach
    void nobodyWaitsOrMeets() {
        meetings.waiting(organisation())
                .forEach(one -> meetings.leave(organisation(), one.id(), Municipality.AT_KIOSK));
        meetings.withEach(organisation())
                .forEach((agent, one) -> meetings.done(organisation(), one.id(), new By.AnAgent(agent)));
    }

    @Test
    void eachWindowHasItsOwnMicrophoneRecognisedAndAllReadIt() {
        RECOGNISER.understand("hyvää huomenta");
        var kiosk = new Customer(at(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        var desk = meet(kiosk);
        kiosk.press("meeting.mute");
        assertThat(RECOGNISER.lines()).isEmpty();

        kiosk.press("meeting.captions");

        for (var page : new Page[] {kiosk.page(), desk}) {
            assertThat(page.locator(".captions-told"))
                    .hasText(kiosk.says(
                            "meeting.captions.on",
                            URI.create(RECOGNISER.address()).getAuthority()));
        }
        assertThat(words(kiosk.page(), "Aino Laine")).isVisible();
        assertThat(words(desk, kiosk.says("meeting.you"))).isVisible();
        // Two windows; of the one that is muted nothing was sent.
        assertThat(RECOGNISER.lines()).hasSize(2).allMatch(line -> line.rate() == 16_000);
        assertThat(RECOGNISER.lines()).filteredOn(line -> line.samples() == 0).hasSize(1);
        assertThat(RECOGNISER.lines())
                .filteredOn(line -> line.loudest() > 1_000)
                .hasSize(1);
        Look.shot(kiosk.page(), "kiosk-captions-recognised");
        Audit.axe(kiosk.page(), "kiosk-captions-recognised");

        kiosk.press("meeting.unmute");
        assertThat(words(desk, kiosk.says("meeting.customer"))).isVisible();

        kiosk.press("meeting.captions.off");
        assertThat(kiosk.page().locator(".stage-captions")).isHidden();
        assertThat(desk.locator(".stage-captions")).isHidden();
        desk.waitForCondition(() -> RECOGNISER.lines().stream().allMatch(Heard::isOver));
        assertThat(RECOGNISER.lines()).hasSize(2);
    }

    @Test
    void whereTheServiceDoesNotKnowTheLanguageItIsNotOffered() {
        var kiosk = new Customer(at(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        meet(kiosk);
        assertThat(kiosk.button(kiosk.says("meeting.captions"))).isVisible();

        kiosk.speak(Language.EN);

        assertThat(kiosk.button(kiosk.says("meeting.mute"))).isVisible();
        assertThat(kiosk.button(kiosk.says("meeting.captions"))).isHidden();
        assertThat(RECOGNISER.lines()).isEmpty();
    }

    /** The page may reach the service, and nothing else beside ourselves. */
    @Test
    void thePolicyNamesTheOriginAndNoOther() {
        var policy = window(Screen.PHONE).request().get(address("/")).headers().get("content-security-policy");

        assertThat(policy).contains("connect-src 'self' " + RECOGNISER.address() + ";");
    }

    /** What was understood of them, as a whole. */
    private static Locator words(Page page, String who) {
        return page.locator(".stage-captions p:has(.who:text-is('%s')) .words:text-is('hyvää huomenta')".formatted(who))
                .first();
    }

    private OrganisationId organisation() {
        return people.organisation().orElseThrow().id();
    }

    private Page meet(Customer customer) {
        customer.askForAHuman().way("journey.ways.video", "video");
        var code = cases.get(
                        organisation(),
                        meetings.waiting(organisation()).getLast().caseId())
                .code();
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino");
        desk.open(code).press("answer");
        Seen.framesGoOn(customer.page());
        return desk.page();
    }

    private Page at(Screen screen, String path) {
        return visit(keep(fi.tiski.journeys.Browser.window(browser, screen)).newPage(), path);
    }
}
