package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.KeyboardTest.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.meetings.GuestsService;
import fi.tiski.domain.meetings.Role;
import fi.tiski.platform.text.Language;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The agent shows a window: a letter on bright paper, whose clock ticks. */
class ShareScreenTest extends InMeeting {

    private static final String LETTER = """
            <title>A letter of the city</title>
            <body style="margin: 0; background: rgb(208, 0, 128)"><h1>0</h1>
            <script>setInterval(() => { document.querySelector('h1').textContent++; }, 100)</script>""";

    /** Frames that go on, and in the middle of them the letter's own colour. */
    private static final String SEES_THE_LETTER = """
            (from) => {
              const video = document.querySelector('.screen video');
              if (!video?.videoWidth || video.getVideoPlaybackQuality().totalVideoFrames <= from + 5) return false;
              const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
              const brush = canvas.getContext('2d');
              brush.drawImage(video, 0, 0, 8, 8);
              const [red, green, blue] = brush.getImageData(4, 4, 1, 1).data;
              return Math.abs(red - 208) < 40 && green < 60 && Math.abs(blue - 128) < 40;
            }""";

    private static final String FRAMES = """
            () => document.querySelector('.screen video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0""";

    private static final String KEEP_TRACK = """
            () => {
              const ask = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getDisplayMedia = async (wanted) => { window.shown = await ask(wanted); return window.shown; };
            }""";

    @Autowired
    private GuestsService guests;

    @Test
    void whatTheAgentShowsIsSeenByAllAndWhoeverComesLater() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        var desk = meet(kiosk);
        desk.page().evaluate(KEEP_TRACK);
        desk.page().context().newPage().setContent(LETTER);
        assertThat(kiosk.button(kiosk.says("meeting.screen"))).isHidden();

        desk.button(Language.FI, "meeting.screen").click();

        seesTheLetter(kiosk.page());
        assertThat(kiosk.page().locator(".screen figcaption")).hasText(kiosk.says("meeting.screen.of", "Aino Laine"));
        assertThat(desk.page().locator(".screen-told")).hasText(kiosk.says("meeting.screen.mine"));
        // The face and the voice go on beside it, both ways.
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());
        Seen.soundMoves(kiosk.page());
        Look.shot(kiosk.page(), "kiosk-screen");
        Audit.axe(kiosk.page(), "kiosk-screen");
        Look.shot(desk.page(), "desk-screen");
        Audit.whole(desk.page(), "desk-screen");

        var amal = comesAsInterpreter();
        seesTheLetter(amal.page());
        seesTheLetter(kiosk.page());
        kiosk.button(kiosk.says("meeting.pin", "Amal (viittomakielen tulkki)")).click();
        assertThat((Boolean) kiosk.page().evaluate("""
                        () => {
                          const { width, height } = document.querySelector('.picture.large video').getBoundingClientRect();
                          return width > 600 && height > 400;
                        }""")).isTrue();
        Look.shot(kiosk.page(), "kiosk-screen-pinned");
        Look.shot(amal.page(), "phone-screen");
        Audit.axe(amal.page(), "phone-screen");

        desk.button(Language.FI, "meeting.screen.end").click();
        assertThat(kiosk.page().locator(".screen")).hasCount(0);
        assertThat(amal.page().locator(".screen")).hasCount(0);
        Seen.framesGoOn(kiosk.page());

        // Once more, until the browser's own button ends it, a break does, and the end of the meeting.
        desk.button(Language.FI, "meeting.screen").click();
        seesTheLetter(kiosk.page());
        desk.page().evaluate("() => window.shown.getTracks()[0].dispatchEvent(new Event('ended'))");
        assertThat(kiosk.page().locator(".screen")).hasCount(0);
        desk.button(Language.FI, "meeting.screen").click();
        seesTheLetter(kiosk.page());
        desk.button(Language.FI, "meeting.pause").click();
        assertThat(kiosk.page().locator(".screen")).hasCount(0);
        assertThat(desk.button(Language.FI, "meeting.screen")).isHidden();
        desk.button(Language.FI, "meeting.pause.end").click();
        desk.button(Language.FI, "meeting.screen").click();
        seesTheLetter(kiosk.page());
        desk.settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.met", "Aino Laine"));
        desk.page().waitForFunction("() => window.shown.getTracks()[0].readyState === 'ended'");
    }

    @Test
    void whatTheBrowserDoesNotAllowIsSaidAndWhereItCannotTheButtonIsNotThere() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        desk.page().evaluate("""
                () => { navigator.mediaDevices.getDisplayMedia = async () => { throw new DOMException('no', 'NotAllowedError'); }; }""");

        // By the keyboard alone.
        tabTo(desk.page(), "element.matches('[data-extra=screen]')");
        desk.page().keyboard().press("Enter");

        assertThat(desk.page().locator(".screen-told")).hasText(home.says("meeting.screen.denied"));
        Seen.framesGoOn(home.page());
        desk.page().evaluate("() => { navigator.mediaDevices.getDisplayMedia = undefined; }");
        desk.button(Language.FI, "meeting.mute").click();
        assertThat(desk.button(Language.FI, "meeting.screen")).isHidden();
    }

    private static void seesTheLetter(Page page) {
        page.waitForFunction(SEES_THE_LETTER, page.evaluate(FRAMES));
    }

    private Customer comesAsInterpreter() {
        var meeting = meetings.withEach(organisation()).values().iterator().next();
        var by = new By.AnAgent(meeting.agent().orElseThrow());
        var guest = guests.invite(meeting, Role.SIGN_INTERPRETER, "Amal", UUID.randomUUID(), by);
        var link = guests.link(meeting, guest.id()).orElseThrow();
        var amal = at(Screen.PHONE, "/guest/" + link);
        amal.press("join.guest.knock");
        amal.page().waitForCondition(() -> guests.of(meeting).stream().allMatch(one -> one.isTold()));
        guests.admit(meeting, guest.id(), by);
        assertThat(amal.heading()).hasText(amal.says("journey.video.live"));
        return amal;
    }
}
