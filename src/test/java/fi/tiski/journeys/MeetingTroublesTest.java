package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Municipality;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong in a meeting, and that it goes on: with sound, in words, or by telephone. */
class MeetingTroublesTest extends Journey {

    private static final HasTextOptions IN_ITS_OWN_TIME = new HasTextOptions().setTimeout(60_000);

    private static final String NO_CAMERA = """
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wanted) => {
              if (window.refused) throw new DOMException('Permission denied', window.refused);
              const stream = await ask(wanted);
              window.streams = [...window.streams ?? [], stream];
              return stream;
            };""";

    /** How many of camera and microphone send something. */
    private static final String STILL_ON = """
            () => window.streams.flatMap((stream) => stream.getTracks())
              .filter((track) => track.enabled && track.readyState === 'live').length""";

    private static final String UNPLUG = """
            () => window.streams.flatMap((stream) => stream.getVideoTracks()).forEach((track) => {
              track.stop();
              track.dispatchEvent(new Event('ended'));
            })""";

    /** What the browser says of the way there: sound goes through, no more. */
    private static final String NARROW = """
            () => {
              RTCPeerConnection.prototype.getStats = async () =>
                new Map([['pair', { type: 'candidate-pair', nominated: true, availableOutgoingBitrate: 50000 }]]);
            }""";

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private MeetingsService meetings;

    @Autowired
    private CasesService cases;

    @Autowired
    private PeopleService people;

    @Autowired
    private DSLContext sql;

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
    void aCameraThatIsUnpluggedLeavesSoundAndComesBack() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        Seen.framesGoOn(desk.page());

        home.page().evaluate(UNPLUG);

        assertThat(home.page().locator(".stage-trouble")).hasText(home.says("meeting.trouble.ended"));
        assertThat(home.page().locator(".stage-sees")).hasText("Aino Laine kuulee sinut. Kamerasi on pois päältä.");
        assertThat(desk.page().locator(".picture:not(.own) .picture-off")).hasText(home.says("meeting.picture.off"));
        Seen.soundMoves(desk.page());
        Audit.axe(home.page(), "phone-video-unplugged");

        home.press("meeting.camera.on");
        assertThat(home.page().locator(".stage-trouble")).isHidden();
        Seen.framesGoOn(desk.page());
    }

    @Test
    void whoAllowsNeitherCameraNorMicrophoneMeetsInWords() {
        var home = at(Screen.PHONE, "/");
        home.page().evaluate("() => { window.refused = 'NotAllowedError'; }");
        var desk = meet(home);

        assertThat(home.page().locator(".stage-trouble")).hasText(home.says("meeting.trouble.denied"));
        Seen.framesGoOn(home.page());
        words(home.page(), desk.page(), "Kirjoitan mieluummin");
        Audit.axe(home.page(), "phone-video-denied");
        Look.shot(home.page(), "phone-video-denied");
    }

    @Test
    void aWayThatIsTooNarrowForAPictureCarriesSound() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        Seen.framesGoOn(home.page());

        home.page().evaluate(NARROW);

        assertThat(home.page().locator(".stage-trouble")).hasText(home.says("meeting.trouble.narrow"), IN_ITS_OWN_TIME);
        assertThat(desk.page().locator(".picture:not(.own) .picture-off")).hasText(home.says("meeting.picture.off"));
        Seen.soundMoves(desk.page());
    }

    /** A firewall that lets no packet through, and no relay. */
    @Test
    void whereNeitherPictureNorSoundComesThroughTheyWriteAndGoOnByTelephone() {
        try (var walled = Seen.withCamera(playwright, "--webrtc-ip-handling-policy=disable_non_proxied_udp")) {
            var home = new Customer(
                    visit(
                            keep(fi.tiski.journeys.Browser.window(walled, Screen.PHONE))
                                    .newPage(),
                            "/"),
                    Language.FI);
            var desk = meet(home);

            assertThat(home.page().locator(".stage-trouble"))
                    .hasText(home.says("meeting.trouble.connection"), IN_ITS_OWN_TIME);
            words(home.page(), desk.page(), "Kuuletko?");
            words(desk.page(), home.page(), "En, soitan sinulle.");
            Look.shot(home.page(), "phone-video-no-way");
            Audit.axe(home.page(), "phone-video-no-way");

            home.press("journey.video.phone", "call");
            home.type("journey.call.phone", "041 555 0163").press("journey.go-on", "call-when");
            home.choose(1, "done");

            assertThat(desk.page().locator(".stage")).hasCount(0);
            assertThat(desk.page().locator(".timeline")).containsText("Pyydettiin soittoa");
        }
    }

    @Test
    void whoIsNotAnsweredInTimeIsToldSoAndMayChooseAnotherWay() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        kiosk.askForAHuman().way("journey.ways.video", "video");
        var its = people.organisation().orElseThrow().id();
        var meeting = meetings.waiting(its).getLast();

        // As if they had waited for that long.
        sql.execute(
                "update meeting set asked_at = asked_at - interval '2 hours' where id = ?",
                meeting.id().value());

        assertThat(kiosk.page().locator(".notice")).hasText(kiosk.says("journey.video.sorry"), IN_ITS_OWN_TIME);
        assertThat(kiosk.page().locator(".stage video")).isVisible();
        Look.shot(kiosk.page(), "kiosk-video-sorry");
        Audit.axe(kiosk.page(), "kiosk-video-sorry");
        kiosk.press("journey.ways.call", "call");
        assertThat(cases.file(its, meeting.caseId()).entries().stream().map(Entry::kind))
                .contains(EntryKind.VIDEO_APOLOGY, EntryKind.VIDEO_TURNED);
    }

    /** A kiosk keeps nothing on: its camera's light goes out with the person. */
    @Test
    void atAKioskTheEndReleasesCameraAndMicrophoneAndSaysSo() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        var desk = meet(kiosk);
        Seen.framesGoOn(desk.page());
        assertThat(kiosk.page().evaluate(STILL_ON)).isEqualTo(2);

        desk.settle();

        assertThat(kiosk.page().locator("main:not([hidden]) .lead")).hasText(kiosk.says("journey.video.over"));
        assertThat(kiosk.page().evaluate(STILL_ON)).isEqualTo(0);
    }

    /** The person has gone in the middle of it; the kiosk forgets them, and whoever met them sees that nobody is there. */
    @Test
    void aKioskThatIsResetInTheMiddleOfAMeetingReleasesCameraAndMicrophoneFirst() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        var desk = meet(kiosk);
        Seen.framesGoOn(desk.page());
        var page = kiosk.page();
        var stillOn = new AtomicInteger(-1);
        page.exposeFunction("tellStillOn", told -> {
            stillOn.set(((Number) told[0]).intValue());
            return null;
        });
        page.evaluate("() => addEventListener('tiski-reset', () => window.tellStillOn((%s)()))".formatted(STILL_ON));

        page.keyboard().press("Shift");
        page.waitForFunction("() => window.Tiski.over");
        page.evaluate("() => { window.Tiski.over(); }");

        kiosk.greeted();
        assertThat(stillOn).hasValue(0);
        assertThat(page.locator("video")).hasCount(0);
        assertThat(desk.page().locator(".stage-status")).hasText(kiosk.says("meeting.status.alone"));
        assertThat(desk.page().locator(".picture:not(.own)")).hasCount(0);
        page.goBack();
        assertThat(page.locator("video")).hasCount(0);
        desk.settle();
    }

    @Test
    void whoTakesABreakIsNeitherSeenNorHeardUntilTheyGoOn() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        Seen.framesGoOn(desk.page());

        home.press("meeting.pause");

        assertThat(home.page().locator(".stage-sees")).hasText(home.says("meeting.sees.pause"));
        assertThat(desk.page().locator(".stage-status")).hasText("Asiakas pitää tauon ja tulee kohta takaisin.");
        assertThat(desk.page().locator(".picture:not(.own) .picture-off")).hasText(home.says("meeting.picture.pause"));
        assertThat(home.page().evaluate(STILL_ON)).isEqualTo(0);
        Look.shot(desk.page(), "desk-video-pause");
        Audit.axe(home.page(), "phone-video-pause");

        home.press("meeting.pause.end");
        assertThat(desk.page().locator(".stage-status")).hasText(home.says("meeting.status.met"));
        Seen.framesGoOn(desk.page());
        Seen.soundMoves(desk.page());
    }

    @Test
    void louderIsLouderAndThenAsItWas() {
        var home = at(Screen.PHONE, "/");
        meet(home);
        Seen.framesGoOn(home.page());

        home.press("meeting.louder").press("meeting.louder");
        assertThat(home.page().evaluate("() => document.querySelector('.picture:not(.own) video').muted"))
                .isEqualTo(true);
        home.press("meeting.softer");
        assertThat(home.page().evaluate("() => document.querySelector('.picture:not(.own) video').muted"))
                .isEqualTo(false);
        assertThat(home.button(home.says("meeting.louder"))).isVisible();
    }

    private AgentAtDesk meet(Customer customer) {
        customer.askForAHuman().way("journey.ways.video", "video");
        var organisation = people.organisation().orElseThrow().id();
        var code = cases.get(
                        organisation, meetings.waiting(organisation).getLast().caseId())
                .code();
        var page = visit(
                keep(fi.tiski.journeys.Browser.window(browser, Screen.DESK)).newPage(), "/desk");
        return AgentAtDesk.signIn(page, "aino").open(code).press("answer");
    }

    private static void words(Page from, Page to, String words) {
        from.locator("#meeting-words").fill(words);
        from.locator("#meeting-words").press("Enter");
        assertThat(to.locator(".stage-log p:not(.being-written) .words").last()).hasText(words);
    }

    private Customer at(Screen screen, String path) {
        var window = keep(fi.tiski.journeys.Browser.window(browser, screen));
        window.addInitScript(NO_CAMERA);
        return new Customer(visit(window.newPage(), path), Language.FI);
    }
}
