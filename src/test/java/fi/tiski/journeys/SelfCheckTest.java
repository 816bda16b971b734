package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.platform.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Camera, microphone, loudspeaker and connection are tried before a meeting, with whatever a device has and allows. */
class SelfCheckTest extends Journey {

    /** Takes down what is taken into use, and what is let go. */
    private static final String TAKE_DOWN = """
            (() => {
              window.tracks = [];
              const take = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
              navigator.mediaDevices.getUserMedia = async (wanted) => {
                const stream = await take(wanted);
                window.tracks.push(...stream.getTracks());
                return stream;
              };
              const stop = MediaStreamTrack.prototype.stop;
              MediaStreamTrack.prototype.stop = function () {
                console.log('let go of ' + this.kind);
                return stop.call(this);
              };
            })()""";

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser withDevices;

    private final List<BrowserContext> opened = new ArrayList<>();

    @BeforeAll
    static void launch() {
        playwright = Playwright.create();
        withDevices = Browser.with(playwright, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    }

    @AfterAll
    static void end() {
        withDevices.close();
        playwright.close();
    }

    @AfterEach
    void close() {
        opened.forEach(BrowserContext::close);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasEverythingIsSeenAndHeardAndToldSo(Language language) {
        var customer = at(withDevices, Screen.PHONE, "/check-video", language);
        var page = customer.page();
        looksGood(customer, "camera");

        customer.press("selfcheck.camera.try");
        tells(customer, "good", "selfcheck.camera.works");
        page.waitForFunction(
                "() => document.querySelector('.self-picture').getVideoPlaybackQuality().totalVideoFrames > 5");
        looksGood(customer, "camera-works");
        customer.press("selfcheck.next");

        arrives(customer, "microphone");
        assertThat(letGo(page)).as("the camera, on the page of the microphone").isTrue();
        customer.press("selfcheck.microphone.try");
        tells(customer, "good", "selfcheck.microphone.works");
        page.waitForFunction("""
                () => {
                  const now = document.querySelector('.self-level').style.getPropertyValue('--level');
                  window.least = Math.min(window.least ?? 1, Number(now));
                  window.most = Math.max(window.most ?? 0, Number(now));
                  return window.most - window.least > .2;
                }""");
        looksGood(customer, "microphone-works");
        customer.press("selfcheck.next");

        arrives(customer, "loudspeaker");
        customer.press("selfcheck.loudspeaker.try");
        tells(customer, "info", "selfcheck.loudspeaker.asks");
        looksGood(customer, "loudspeaker-asks");
        customer.press("selfcheck.loudspeaker.yes");

        arrives(customer, "connection");
        tells(customer, "info", "selfcheck.connection.here");
        looksGood(customer, "connection");
        customer.press("selfcheck.next");

        assertThat(customer.heading()).hasText(customer.says("selfcheck.summary.title"));
        assertThat(page.locator("main:not([data-away]) > .lead")).hasText(customer.says("selfcheck.summary.all.here"));
        looksGood(customer, "summary");
        assertThat(letGo(page)).as("everything, at the end").isTrue();
        customer.press("selfcheck.done");
        assertThat(page.locator("main[data-page=start]")).isVisible();
    }

    /** What each refusal of a browser is called, and what the person is told. */
    @ParameterizedTest
    @CsvSource({
        "NotAllowedError, Permission denied, denied",
        "NotAllowedError, Permission denied by system, system",
        "NotFoundError, Requested device not found, missing",
        "NotReadableError, Could not start video source, busy",
        "UnknownError, Something, other"
    })
    void whoHasNoCameraIsToldWhyAndGoesOnWithout(String name, String message, String why) {
        var window = opened(Browser.window(withDevices, Screen.TABLET));
        window.addInitScript(
                "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('%s', '%s'); };"
                        .formatted(message, name));
        var customer = new Customer(visit(window.newPage(), "/check-video"), Language.FI);

        customer.press("selfcheck.camera.try");
        tells(customer, "warning", "selfcheck.camera." + why);
        tells(customer, "warning", "selfcheck.camera.fine");
        if (why.equals("denied")) {
            tells(customer, "warning", "selfcheck.how.chromium");
        }
        looksGood(customer, "camera-" + why);
        assertThat(customer.button(customer.says("selfcheck.again"))).isVisible();
        customer.press("selfcheck.camera.without");
        arrives(customer, "microphone");
        customer.press("selfcheck.microphone.try");
        tells(customer, "warning", "selfcheck.microphone." + why);
        customer.press("selfcheck.microphone.without");
        arrives(customer, "loudspeaker");
        customer.press("selfcheck.loudspeaker.try").press("selfcheck.loudspeaker.no");
        tells(customer, "warning", "selfcheck.loudspeaker.silent");
        customer.press("selfcheck.loudspeaker.without");
        arrives(customer, "connection");
        customer.press("selfcheck.next");

        assertThat(customer.page().locator("main:not([data-away]) > .lead"))
                .hasText(customer.says("selfcheck.summary.text"));
    }

    @Test
    void whatTheBrowserItselfRefusesIsTold() {
        try (var strict = Browser.with(playwright, "--use-fake-device-for-media-stream")) {
            var window = Browser.window(strict, Screen.PHONE);
            window.grantPermissions(List.of());
            var customer = new Customer(visit(window.newPage(), "/check-video"), Language.FI);

            customer.press("selfcheck.camera.try");

            tells(customer, "warning", "selfcheck.camera.denied");
            window.grantPermissions(List.of("camera"));
            customer.press("selfcheck.again");
            tells(customer, "good", "selfcheck.camera.works");
        }
    }

    @Test
    void aDeviceWithoutACameraIsTold() {
        try (var bare = Browser.with(
                playwright, "--use-fake-device-for-media-stream=device-count=0", "--use-fake-ui-for-media-stream")) {
            var customer =
                    new Customer(visit(Browser.window(bare, Screen.PHONE).newPage(), "/check-video"), Language.FI);

            customer.press("selfcheck.camera.try");

            tells(customer, "warning", "selfcheck.camera.missing");
        }
    }

    @Test
    void aPageThatIsNotSecureSaysWhereToGo() {
        var window = opened(Browser.window(withDevices, Screen.PHONE));
        window.addInitScript("Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined });");
        var customer = new Customer(visit(window.newPage(), "/check-video"), Language.FI);

        customer.press("selfcheck.camera.try");

        tells(customer, "warning", "selfcheck.insecure");
        tells(customer, "warning", "selfcheck.insecure.now");
        tells(customer, "warning", "selfcheck.camera.fine");
    }

    @Test
    void anotherLanguageLeavesThePictureWhereItIs() {
        var customer = at(withDevices, Screen.PHONE, "/check-video", Language.FI);
        customer.press("selfcheck.camera.try");
        tells(customer, "good", "selfcheck.camera.works");

        customer.speak(Language.SV);

        tells(customer, "good", "selfcheck.camera.works");
        assertThat(customer.page().locator(".self-picture")).isVisible();
        customer.page()
                .waitForFunction(
                        "() => document.querySelector('.self-picture').getVideoPlaybackQuality().totalVideoFrames > 5");
        assertThat(customer.page().evaluate("() => window.tracks.length")).isEqualTo(1);
    }

    @Test
    void whoGoesElsewhereLeavesNothingInUse() {
        var customer = at(withDevices, Screen.PHONE, "/check-video", Language.FI);
        customer.press("selfcheck.camera.try");
        tells(customer, "good", "selfcheck.camera.works");

        customer.back();

        assertThat(customer.page().locator("main[data-page=start]")).isVisible();
        customer.page().waitForFunction("() => window.tracks.every(({ readyState }) => readyState === 'ended')");
    }

    @Test
    void aKioskThatForgetsThePersonLetsGoOfTheCamera() {
        var customer = at(withDevices, Screen.KIOSK, "/kiosk/keskusta-1/check-video", Language.FI);
        looksGood(customer, "kiosk-camera");
        customer.press("selfcheck.camera.try");
        tells(customer, "good", "selfcheck.camera.works");
        looksGood(customer, "kiosk-camera-works");
        Millimetres.areEnough(customer.page(), "check-video");

        var said = customer.page().waitForConsoleMessage(() -> {
            customer.page().keyboard().press("Shift");
            customer.page().waitForFunction("() => 'over' in window.Tiski");
            customer.page().evaluate("() => { window.Tiski.over(); }");
        });

        assertThat(said.text()).isEqualTo("let go of video");
        customer.greeted();
    }

    @Test
    void whoGoesOnWhileTheBrowserStillAsksLeavesNothingInUse() {
        var window = opened(Browser.window(withDevices, Screen.PHONE));
        window.addInitScript(TAKE_DOWN);
        window.addInitScript("""
                (() => {
                  const take = navigator.mediaDevices.getUserMedia;
                  navigator.mediaDevices.getUserMedia = async (wanted) => {
                    await new Promise((allow) => { window.allow = allow; });
                    return take(wanted);
                  };
                })()""");
        var customer = new Customer(visit(window.newPage(), "/check-video"), Language.FI);
        customer.press("selfcheck.camera.try");
        tells(customer, "info", "selfcheck.camera.asking");

        customer.press("selfcheck.camera.without");
        arrives(customer, "microphone");
        customer.page().evaluate("() => window.allow()");

        customer.page()
                .waitForFunction(
                        "() => window.tracks.length === 1 && window.tracks.every(({ readyState }) => readyState === 'ended')");
    }

    @Test
    void whoHasBookedAMeetingByVideoIsLedHereAndBack() {
        var customer = new Customer(open(Screen.PHONE, "/"), Language.FI);
        customer.askForAHuman()
                .way("journey.ways.time", "topic")
                .press("journey.topic.rather", "meet")
                .way("journey.mode.video", "needs")
                .press("journey.go-on", "times");
        customer.page().locator(".time").first().click();
        customer.at("who").type("journey.who.name", "Kuva Kokeilija").type("journey.who.phone", "041 555 0123");
        customer.press("journey.go-on", "check").press("journey.check.confirm", "done");
        var done = customer.page().url();

        customer.press("selfcheck.link", "check-video");
        assertThat(customer.page().url()).doesNotContain("Kuva").endsWith("/check-video");
        for (var part : List.of("camera", "microphone", "loudspeaker")) {
            arrives(customer, part);
            customer.press("selfcheck." + part + ".without");
        }
        arrives(customer, "connection");
        customer.press("selfcheck.next").press("selfcheck.done", "done");

        assertThat(customer.page().url()).isEqualTo(done);
    }

    @Test
    void itIsDoneByEarAndWithSixKeys() {
        var window = opened(Browser.window(withDevices, Screen.KIOSK));
        Listener.takeDown(window);
        var listener = Listener.at(visit(window.newPage(), "/kiosk/keskusta-1/check-video"));
        listener.keypad().strike(Keypad.Key.HELP);
        listener.listen();

        listener.choose(listener.says("selfcheck.camera.try"));
        hears(listener, "selfcheck.camera.works");
        // They are still on the button, which leads on now.
        listener.keypad().strike(Keypad.Key.SELECT);
        hears(listener, "selfcheck.microphone.title");
        listener.choose(listener.says("selfcheck.microphone.try"));
        hears(listener, "selfcheck.microphone.works");
        listener.keypad().strike(Keypad.Key.SELECT);
        hears(listener, "selfcheck.loudspeaker.title");

        for (var key : List.of("selfcheck.camera.works", "selfcheck.microphone.works")) {
            assertThat(listener.transcript().stream()
                            .filter(said ->
                                    said.words().contains(listener.says(key).replaceFirst("[.]$", ""))))
                    .as("times that this was said: %s", key)
                    .hasSize(1);
        }
    }

    private static void hears(Listener listener, String key) {
        var words = listener.says(key).replaceFirst("[.?]$", "");
        listener.page().waitForFunction("(words) => window.heard.some(([, said]) => said.includes(words))", words);
        listener.listen();
    }

    private Customer at(com.microsoft.playwright.Browser browser, Screen screen, String path, Language language) {
        var window = opened(Browser.window(browser, screen));
        window.addInitScript(TAKE_DOWN);
        var customer = new Customer(visit(window.newPage(), path), Language.FI);
        return language == Language.FI ? customer : customer.speak(language);
    }

    private BrowserContext opened(BrowserContext window) {
        opened.add(window);
        return window;
    }

    private static void arrives(Customer customer, String part) {
        assertThat(customer.heading()).hasText(customer.says("selfcheck." + part + ".title"));
        assertThat(customer.heading()).isFocused();
    }

    private static void tells(Customer customer, String tone, String key) {
        assertThat(told(customer, tone)).containsText(customer.says(key));
    }

    private static Locator told(Customer customer, String tone) {
        return customer.page().locator("[role=status] .notice." + tone);
    }

    private static boolean letGo(Page page) {
        return (Boolean) page.evaluate("() => window.tracks.every(({ readyState }) => readyState === 'ended')");
    }

    private static void looksGood(Customer customer, String state) {
        var name = "check-video-" + state;
        Look.shot(customer.page(), name + "-" + customer.language().tag());
        Audit.axe(customer.page(), name);
        Targets.areLargeEnough(customer.page());
        Targets.fitSideways(customer.page());
    }
}
