package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import fi.tiski.platform.text.Language;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * An agent who has the case of somebody who waits in hand is connected to them before the press that answers. Until then
 * nothing goes either way, and nobody's camera is asked for.
 */
class ReadyToMeetTest extends InMeeting {

    /** Every connection that a page makes, and how often it asks for camera or microphone. */
    private static final String WATCH = """
            (() => {
              window.lines = [];
              window.asked = 0;
              const Line = window.RTCPeerConnection;
              window.RTCPeerConnection = class extends Line {
                constructor(...how) {
                  super(...how);
                  window.lines.push(this);
                }
              };
              const { mediaDevices } = navigator;
              const ask = mediaDevices.getUserMedia.bind(mediaDevices);
              mediaDevices.getUserMedia = (...what) => {
                window.asked += 1;
                return ask(...what);
              };
            })()""";

    private static final String IS_CONNECTED = "() => window.lines.at(-1)?.connectionState === 'connected'";

    private static final String IS_ALONE =
            "() => window.lines.length > 0 && window.lines.every((line) => line.connectionState === 'closed')";

    /** What has been sent of picture and sound, in bytes; and whether anything is there to be sent. */
    private static final String GIVEN = """
            async () => {
              const [line] = window.lines;
              const stats = [...(await line.getStats()).values()].filter(({ type }) => type === 'outbound-rtp');
              return stats.reduce((sum, { bytesSent }) => sum + bytesSent, 0)
                + line.getSenders().filter(({ track }) => track).length;
            }""";

    @Override
    protected BrowserContext window(Screen screen) {
        var window = super.window(screen);
        window.addInitScript(WATCH);
        return window;
    }

    @Test
    void theLineStandsBeforeTheAnswerAndCarriesNothingUntilThen() {
        var customer = waits();
        var home = customer.page();
        var desk = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        desk.open(theCodeOfWhoWaits());

        home.waitForFunction(IS_CONNECTED);
        desk.page().waitForFunction(IS_CONNECTED);

        assertThat(home.evaluate(GIVEN)).isEqualTo(0);
        assertThat(desk.page().evaluate(GIVEN)).isEqualTo(0);
        assertThat(desk.page().evaluate("() => window.asked")).isEqualTo(0);
        assertThat(home.locator(".stage-status")).hasText(customer.says("meeting.status.waiting"));
        assertThat(home.locator(".picture:not(.own)")).hasCount(0);
        assertThat(home.locator(".stage-sees")).hasText(customer.says("meeting.sees.nobody"));
        assertThat(desk.page().locator(".desk-meeting")).isHidden();

        desk.press("answer");

        Seen.framesGoOn(home);
        Seen.framesGoOn(desk.page());
        Seen.soundMoves(home);
        assertThat(home.locator(".stage-sees")).hasText("Aino Laine näkee ja kuulee sinut.");
        assertThat(home.evaluate("() => window.lines.length"))
                .as("the same line")
                .isEqualTo(1);
        assertThat(desk.page().evaluate("() => window.lines.length")).isEqualTo(1);
    }

    @Test
    void facesComeUpBeforeTheServerHasDrawnTheRestAndStayTheSame() {
        var home = waits().page();
        var desk = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        desk.open(theCodeOfWhoWaits());
        var page = desk.page();
        page.waitForFunction(IS_CONNECTED);
        // The press is heard, and what it is answered with waits.
        var answers = new ArrayList<Runnable>();
        page.route("**/*v-r=uidl*", route -> {
            var answer = route.fetch();
            answers.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });

        desk.press("answer");

        Seen.framesGoOn(page);
        Seen.framesGoOn(home);
        assertThat(page.locator(".guests-zone")).hasCount(0);
        page.evaluate("() => { window.face = document.querySelector('.stage .picture:not(.own) video'); }");

        page.unroute("**/*v-r=uidl*");
        answers.forEach(Runnable::run);

        assertThat(page.locator(".guests-zone")).isVisible();
        assertThat(page.locator(".stage")).hasCount(1);
        assertThat(page.evaluate("() => document.querySelector('.stage .picture:not(.own) video') === window.face"))
                .as("the same picture")
                .isEqualTo(true);
        assertThat(page.evaluate("() => window.lines.length")).isEqualTo(1);
    }

    @Test
    void inAnotherWindowOfTheirsNothingComesUp() {
        var home = waits().page();
        var windows = window(Screen.DESK);
        var desk = AgentAtDesk.signIn(visit(windows.newPage(), "/desk"), "aino");
        desk.open(theCodeOfWhoWaits());
        desk.page().waitForFunction(IS_CONNECTED);
        var other = visit(windows.newPage(), URI.create(desk.page().url()).getPath());
        other.waitForFunction(IS_CONNECTED);

        desk.press("answer");

        Seen.framesGoOn(desk.page());
        Seen.framesGoOn(home);
        assertThat(other.locator(".desk-meeting")).isVisible();
        assertThat(other.locator(".desk-meeting video")).hasCount(0);
        assertThat(other.evaluate("() => window.asked")).isEqualTo(0);
    }

    @Test
    void aColleagueWhoHadTheCaseInHandIsAtNoLineOnceAnotherAnswers() {
        var home = waits().page();
        var aino = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        aino.open(theCodeOfWhoWaits());
        aino.page().waitForFunction(IS_CONNECTED);
        var mikko = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "mikko");
        mikko.open(theCodeOfWhoWaits());
        mikko.page().waitForFunction(IS_CONNECTED);
        aino.page().waitForFunction(IS_ALONE);

        aino.press("answer");

        Seen.framesGoOn(aino.page());
        Seen.framesGoOn(home);
        mikko.page().waitForFunction(IS_ALONE);
        assertThat(home.evaluate("() => window.lines.filter((line) => line.connectionState !== 'closed').length"))
                .isEqualTo(1);
    }

    @Test
    void whoeverGoesOnToSomethingElseLeavesTheLine() {
        var home = waits().page();
        var desk = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        desk.open(theCodeOfWhoWaits());
        home.waitForFunction(IS_CONNECTED);

        desk.page().navigate("about:blank");

        home.waitForFunction(IS_ALONE);
        assertThat(home.locator(".stage-status"))
                .hasText(new Customer(home, Language.FI).says("meeting.status.waiting"));
    }

    @Test
    void whoeverMayNotAnswerJustNowHasNoCameraOpen() {
        waits();
        var desk = AgentAtDesk.signIn(visit(window(Screen.DESK).newPage(), "/desk"), "aino");
        var page = desk.page();
        page.clock().install();
        desk.open(theCodeOfWhoWaits());
        page.waitForFunction(IS_CONNECTED);
        // Neither the server nor anybody else hears of the press.
        var held = new ArrayList<Route>();
        page.route("**/*v-r=uidl*", held::add);
        page.evaluate("""
                () => {
                  const { mediaDevices } = navigator;
                  const ask = mediaDevices.getUserMedia;
                  mediaDevices.getUserMedia = async (what) => { window.opened = await ask(what); return window.opened; };
                }""");

        desk.press("answer");
        page.waitForFunction("() => window.opened?.getTracks().every(({ readyState }) => readyState === 'live')");
        page.clock().fastForward(5_000);

        page.waitForFunction("() => window.opened.getTracks().every(({ readyState }) => readyState === 'ended')");
        assertThat(page.evaluate(GIVEN)).isEqualTo(0);
        page.unroute("**/*v-r=uidl*");
        held.forEach(Route::abort);
    }

    private Customer waits() {
        var home = at(Screen.PHONE, "/");
        home.askForAHuman().way("journey.ways.video", "video");
        // With a picture of their own already: there is something that could go out.
        home.page().waitForFunction("() => document.querySelector('.picture.own video')?.videoWidth > 0");
        return home;
    }

    private String theCodeOfWhoWaits() {
        return cases.get(
                        organisation(),
                        meetings.waiting(organisation()).getLast().caseId())
                .code();
    }
}
