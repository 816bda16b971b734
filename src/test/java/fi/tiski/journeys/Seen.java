package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.Playwright;
import java.util.List;

/** What a meeting really brings to a window: frames that go on, sound that moves. An element that is there proves neither. */
final class Seen {

    /** Mending a broken line takes browsers up to half a minute. */
    private static final WaitForFunctionOptions IN_ITS_OWN_TIME = new WaitForFunctionOptions().setTimeout(90_000);

    static final String AT_FULL_SPEED = "--use-fake-device-for-media-stream=fps=30";

    private static final String FACE = ".stage .picture:not(.own) video";
    private static final String SCREEN = ".stage .screen video";

    private static final String MORE_FRAMES = """
            (from) => {
              const video = document.querySelector('.stage .picture:not(.own) video');
              return video?.srcObject && video.getVideoPlaybackQuality().totalVideoFrames > from + 10;
            }""";

    private static final String FRAMES = """
            () => document.querySelector('.stage .picture:not(.own) video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0""";

    private static final String SOUND = """
            async () => {
              const { srcObject } = document.querySelector('.stage .picture:not(.own) video');
              const context = new AudioContext();
              await context.resume();
              const analyser = context.createAnalyser();
              context.createMediaStreamSource(srcObject).connect(analyser);
              const samples = new Uint8Array(analyser.fftSize);
              for (;;) {
                await new Promise(requestAnimationFrame);
                analyser.getByteTimeDomainData(samples);
                if (samples.some((sample) => Math.abs(sample - 128) > 8)) break;
              }
              await context.close();
              return true;
            }""";

    /** What a window's lines to others agreed on can be read from them then; before the window's first page. */
    private static final String LINES = """
            window.lines = [];
            window.RTCPeerConnection = class extends window.RTCPeerConnection {
              constructor(...how) {
                super(...how);
                window.lines.push(this);
              }
            };""";

    /** The stream of the first sound and the stream of the first picture that the other sends. */
    private static final String STREAMS = """
            () => ['audio', 'video'].map((kind) => {
              const part = window.lines.at(-1).remoteDescription.sdp.split('\\r\\nm=').find((one) => one.startsWith(kind));
              return part.match(/a=msid:(\\S+)/)?.[1];
            })""";

    private Seen() {}

    /**
     * With a camera and a microphone of its own making: a moving picture and beeps. Ten pictures a second, which the
     * processors code without haste; {@link #AT_FULL_SPEED} makes it thirty. The caller closes it.
     */
    static Browser withCamera(Playwright playwright, String... flags) {
        var all = new String[flags.length + 3];
        all[0] = "--use-fake-device-for-media-stream=fps=10";
        all[1] = "--use-fake-ui-for-media-stream";
        all[2] = "--autoplay-policy=no-user-gesture-required";
        System.arraycopy(flags, 0, all, 3, flags.length);
        return fi.tiski.journeys.Browser.with(playwright, all);
    }

    /** Of the other's picture, from now on. */
    static void framesGoOn(Page page) {
        var from = page.evaluate(FRAMES);
        page.waitForFunction(MORE_FRAMES, from, IN_ITS_OWN_TIME);
    }

    /** Of the screen that somebody shows, from now on. */
    static void screenGoesOn(Page page) {
        var from = page.evaluate(FRAMES.replace(FACE, SCREEN));
        page.waitForFunction(MORE_FRAMES.replace(FACE, SCREEN), from, IN_ITS_OWN_TIME);
    }

    static void soundMoves(Page page) {
        page.evaluate(SOUND);
    }

    /** To be asked {@link #lipsAndVoiceGoTogether} and {@link #beginsLarge} later. */
    static BrowserContext listening(BrowserContext window) {
        window.addInitScript(LINES);
        return window;
    }

    /** Only what is in one stream is kept together by the browser that receives it (W3C WebRTC 1.0, section 5.1; RFC 8829). */
    static void lipsAndVoiceGoTogether(Page page) {
        var streams = (List<?>) page.evaluate(STREAMS);
        assertThat(streams.getFirst()).isNotNull().isNotEqualTo("-").isEqualTo(streams.getLast());
    }

    /** What is asked for; what comes of it is a matter of the line. Chromium keeps the wish, understood or not. */
    static void beginsLarge(Page page) {
        assertThat((Boolean) page.evaluate("""
                        () => window.lines.at(-1).remoteDescription.sdp.split('\\r\\nm=')
                          .find((one) => one.startsWith('video')).includes('x-google-start-bitrate=600')""")).isTrue();
    }
}
