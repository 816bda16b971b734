package fi.tiski.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Municipality;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do in a meeting that is under way, in browsers with cameras and microphones of their own making. */
abstract class InMeeting extends Journey {

    /** The title of the window that an agent shows. */
    protected static final String SHOWN = "A letter of the city";

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    protected MeetingsService meetings;

    @Autowired
    protected CasesService cases;

    @Autowired
    private PeopleService people;

    @BeforeAll
    static void aBrowserWithACamera() {
        playwright = Playwright.create();
        browser = fi.tiski.journeys.Browser.with(
                playwright,
                "--use-fake-device-for-media-stream=fps=10,device-count=2",
                "--autoplay-policy=no-user-gesture-required",
                // In place of the question which window; with the flag that answers all questions it would be a made-up
                // one.
                "--auto-select-tab-capture-source-by-title=" + SHOWN);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void nobodyWaitsOrMeets() {
        meetings.waiting(organisation())
                .forEach(one -> meetings.leave(organisation(), one.id(), Municipality.AT_KIOSK));
        meetings.withEach(organisation())
                .forEach((agent, one) -> meetings.done(organisation(), one.id(), new By.AnAgent(agent)));
    }

    protected OrganisationId organisation() {
        return people.organisation().orElseThrow().id();
    }

    /** Of the case that is met about just now. */
    protected Case theCase() {
        return cases.get(
                organisation(),
                meetings.withEach(organisation()).values().iterator().next().caseId());
    }

    protected Customer at(Screen screen, String path) {
        return new Customer(visit(window(screen).newPage(), path), Language.FI);
    }

    /** Aino answers whoever this is, and they see each other. */
    protected AgentAtDesk meet(Customer customer) {
        customer.askForAHuman().way("journey.ways.video", "video");
        var code = cases.get(
                        organisation(),
                        meetings.waiting(organisation()).getLast().caseId())
                .code();
        var desk = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        desk.open(code).press("answer");
        Seen.framesGoOn(customer.page());
        Seen.framesGoOn(desk.page());
        return desk;
    }

    @Override
    protected BrowserContext window(Screen screen) {
        var window = keep(fi.tiski.journeys.Browser.window(browser, screen));
        window.grantPermissions(List.of("camera", "microphone"));
        return window;
    }
}
