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
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Municipality;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting by video between two browsers with cameras and microphones of their own making: a moving picture and beeps. */
class MeetByVideoTest extends Journey {

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
        browser = Seen.withCamera(playwright, Seen.AT_FULL_SPEED);
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
    void whoAsksAtAKioskIsSeenAndHeardAndReadByTheAgentWhoAnswers() {
        var kiosk = new Customer(at(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino");

        kiosk.askForAHuman().way("journey.ways.video", "video");
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.title"));
        assertThat(kiosk.page().locator(".stage-status")).hasText(kiosk.says("meeting.status.waiting"));
        Look.shot(kiosk.page(), "kiosk-video-waiting");
        Audit.axe(kiosk.page(), "kiosk-video-waiting");
        desk.open(code());
        Look.shot(desk.page(), "desk-video-waiting");
        desk.press("answer");

        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.live"));
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());
        Seen.soundMoves(kiosk.page());
        Seen.soundMoves(desk.page());
        for (var page : List.of(kiosk.page(), desk.page())) {
            page.waitForFunction("() => document.querySelector('.picture.speaks:not(.own)')");
            Seen.lipsAndVoiceGoTogether(page);
            Seen.beginsLarge(page);
            // What arrives is a matter of the line and the machine; what is sent is ours.
            assertThat(page.evaluate("""
                            () => {
                              const { width, height, frameRate } = document.querySelector('.picture.own video').srcObject
                                .getVideoTracks()[0].getSettings();
                              return width >= 640 && height >= 480 && frameRate >= 30;
                            }""")).isEqualTo(true);
        }
        assertThat(kiosk.page().locator(".stage-sees")).hasText("Aino Laine näkee ja kuulee sinut.");
        assertThat(desk.body()).isVisible();
        Look.shot(kiosk.page(), "kiosk-video-live");
        Look.shot(desk.page(), "desk-video-live");
        Audit.axe(kiosk.page(), "kiosk-video-live");
        Audit.whole(desk.page(), "desk-video-live");

        words(kiosk, desk);
        kept(kiosk, desk);

        desk.settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.met", "Aino Laine"));
        assertThat(kiosk.page().locator("video")).hasCount(0);
        assertThat(desk.page().locator(".stage")).hasCount(0);
        Look.shot(kiosk.page(), "kiosk-video-over");
        Audit.axe(kiosk.page(), "kiosk-video-over");
        kiosk.press("journey.finish");
    }

    /** Letter by letter, as it is written, and as a line when it is done. */
    private static void words(Customer kiosk, AgentAtDesk desk) {
        desk.page().evaluate("""
                () => {
                  window.read = [];
                  new MutationObserver(() => {
                    const words = document.querySelector('.stage-log .being-written .words')?.textContent;
                    if (words && window.read.at(-1) !== words) window.read.push(words);
                  }).observe(document.querySelector('.stage-log'), { childList: true, subtree: true, characterData: true });
                }""");
        field(kiosk.page()).pressSequentially("Hei!");
        desk.page().waitForFunction("() => window.read.at(-1) === 'Hei!'");
        assertThat(desk.page().evaluate("() => window.read")).isEqualTo(List.of("H", "He", "Hei", "Hei!"));
        field(kiosk.page()).press("Enter");
        assertThat(desk.page().locator(".stage-log p:not(.being-written) .words"))
                .hasText("Hei!");
        assertThat(field(kiosk.page())).hasValue("");

        field(desk.page()).fill("Hyvää huomenta");
        assertThat(kiosk.page().locator(".stage-log .being-written .words")).hasText("Hyvää huomenta");
    }

    /** Nothing before the press; then what the customer's own window shows, for everybody who helps. */
    private static void kept(Customer kiosk, AgentAtDesk desk) {
        assertThat(desk.page().locator(".timeline")).not().containsText("Hei!");
        Look.shot(kiosk.page(), "kiosk-video-words");
        kiosk.press("meeting.text.keep");
        assertThat(kiosk.page().locator(".stage-kept")).hasText(kiosk.says("meeting.text.kept"));
        assertThat(kiosk.button(kiosk.says("meeting.text.keep"))).isHidden();
        assertThat(desk.page().locator(".timeline")).containsText("Asiakas: Hei!");
        Audit.axe(kiosk.page(), "kiosk-video-words");
    }

    private static Locator field(Page page) {
        return page.locator("#meeting-words");
    }

    @Test
    void whoDoesNotWantToWaitIsCalledInstead() {
        var home = new Customer(at(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.video", "video");
        var code = code();
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino");
        assertThat(desk.row(code)).isVisible();

        home.press("journey.ways.call", "call");

        assertThat(desk.row(code)).hasCount(0);
    }

    @Test
    void whoLeavesByMistakeComesBackAndAReloadIsNoEnd() {
        var home = new Customer(at(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.video", "video");
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino").open(code());
        desk.press("answer");
        Seen.framesGoOn(home.page());

        home.press("journey.video.go");
        assertThat(home.heading()).hasText(home.says("journey.video.gone"));
        assertThat(desk.page().locator(".stage-status")).hasText(home.says("meeting.status.alone"));
        home.press("journey.video.back");
        Seen.framesGoOn(home.page());
        Seen.framesGoOn(desk.page());

        desk.page().reload();
        Seen.framesGoOn(desk.page());
        Seen.framesGoOn(home.page());
        Look.shot(home.page(), "phone-video-live");
        Audit.axe(home.page(), "phone-video-live");

        home.speak(Language.SV);
        Seen.framesGoOn(home.page());
        assertThat(home.page().locator(".stage-sees")).hasText("Aino Laine ser och hör dig.");
        desk.settle();
        assertThat(home.heading()).hasText(home.says("journey.video.met", "Aino Laine"));
    }

    /** An agent with two windows open meets in the one in which they answered, and goes on in the other if they say so. */
    @Test
    void ofTwoWindowsTheOneWithThePressHasTheMeeting() {
        var home = new Customer(at(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.video", "video");
        var other = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino");
        var desk = AgentAtDesk.signIn(at(Screen.DESK, "/desk"), "aino").open(code());

        desk.press("answer");

        assertThat(other.page().locator(".desk-meeting")).containsText(home.says("meeting.status.elsewhere"));
        Seen.framesGoOn(home.page());
        Seen.framesGoOn(desk.page());
        assertThat(other.page().locator(".stage")).hasCount(0);

        other.button(Language.FI, "meeting.here").click();
        Seen.framesGoOn(other.page());
        Seen.framesGoOn(home.page());
        assertThat(desk.page().locator(".stage-status")).hasText(home.says("meeting.status.elsewhere"));
    }

    private Page at(Screen screen, String path) {
        return visit(
                Seen.listening(keep(fi.tiski.journeys.Browser.window(browser, screen)))
                        .newPage(),
                path);
    }

    /** Of whoever asked last. */
    private String code() {
        var organisation = people.organisation().orElseThrow().id();
        return cases.get(organisation, meetings.waiting(organisation).getLast().caseId())
                .code();
    }
}
