package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.support.Ears;
import fi.tiski.support.Ears.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Chromium speaks through the kiosk's own speech and sound, and both sinks are listened to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundTest {

    private static final String SPEAK = """
            async ([words, language]) => {
              const voices = () => speechSynthesis.getVoices();
              for (let tries = 0; voices().length === 0 && tries < 100; tries++) await new Promise((go) => setTimeout(go, 100));
              const said = new SpeechSynthesisUtterance(words);
              said.voice = voices().find((voice) => voice.lang.startsWith(language));
              said.lang = said.voice.lang;
              window.ended = false;
              said.onend = () => window.ended = true;
              speechSynthesis.speak(said);
              return voices().length;
            }
            """;

    private final PlayedService service = new PlayedService();
    private final Playwright playwright = Playwright.create();

    private Path jack;
    private Keeper keeper;
    private Ears ears;
    private Browser browser;
    private Page page;

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        assumeThat(Ears.missing())
                .as("A kiosk without pulseaudio and speech-dispatcher is mute: its speech was not heard.")
                .isEmpty();
        jack = folder.resolve("jack");
        Profile.run(List.of("mkfifo", jack.toString()));
        ears = new Ears(Files.createDirectories(folder.resolve("root/run/tiski-sound")));
        keeper = new Keeper(
                folder,
                service.address(),
                "TISKI_JACK=" + jack,
                "TISKI_SINK_HEADPHONES=headphones",
                "TISKI_SINK_LOUDSPEAKER=loudspeaker");
        browser =
                fi.tiski.journeys.Browser.heard(playwright, ears.environment(), Ears.ARGUMENTS.toArray(String[]::new));
        page = browser.newPage();
        page.navigate(keeper.address() + "/OFL.txt");
    }

    @BeforeEach
    void beginInSilence() throws IOException {
        plug(false);
        keeper.await(() -> jackIs("out"));
        page.evaluate("() => speechSynthesis.cancel()");
        ears.await(() -> !loudspeakerIsMute());
        ears.forgetOnceSilent();
    }

    @AfterAll
    void end() {
        playwright.close();
        if (keeper != null) {
            keeper.close();
        }
        if (ears != null) {
            ears.close();
        }
        service.close();
    }

    @Test
    void withoutHeadphonesFinnishIsHeardFromTheLoudspeakerAlone() {
        var voices = page.evaluate(SPEAK, List.of("Hei, tervetuloa palvelupisteeseen.", "fi"));
        assertThat((Integer) voices).as("without the hundred variants of each").isBetween(50, 200);
        ears.await(() -> ears.hears(Sink.LOUDSPEAKER));
        page.waitForFunction("() => window.ended");
        assertThat(ears.loudness(Sink.HEADPHONES)).isZero();
    }

    @Test
    void withHeadphonesInTheLoudspeakerIsSilent() throws IOException {
        plug(true);
        keeper.await(() -> jackIs("in"));
        page.evaluate(SPEAK, List.of("Din kod är fyra sju ett.", "sv"));
        ears.await(() -> ears.hears(Sink.HEADPHONES));
        page.waitForFunction("() => window.ended");
        assertThat(ears.loudness(Sink.LOUDSPEAKER)).isZero();
    }

    @Test
    void whatIsBeingSaidGoesOnInTheHeadphonesAsTheyArePutIn() throws IOException {
        page.evaluate(SPEAK, List.of("Please take your time. ".repeat(12), "en"));
        ears.await(() -> ears.hears(Sink.LOUDSPEAKER));
        plug(true);
        keeper.await(() -> jackIs("in"));
        ears.await(() -> ears.hears(Sink.HEADPHONES));
    }

    @Test
    void theHeartbeatKnowsThatTheKioskCanSpeak() {
        assertThat(keeper.get("/state").body()).contains("\"speech\": \"ready\"");
    }

    /** What went astray while headphones are in, and what is still being said as they come out, is not heard aloud. */
    @Test
    void theLoudspeakerIsMuteUntilThePageHasHadTheTimeToFallSilent() throws IOException {
        plug(true);
        keeper.await(() -> jackIs("in"));
        assertThat(loudspeakerIsMute()).isTrue();
        page.evaluate("""
                (keeper) => new EventSource(keeper + '/events')
                    .addEventListener('jack', ({ data }) => data === 'out' && speechSynthesis.cancel())
                """, keeper.address());
        page.evaluate(SPEAK, List.of("My name and my number are mine alone. ".repeat(12), "en"));
        ears.await(() -> ears.hears(Sink.HEADPHONES));
        plug(false);
        ears.await(() -> !loudspeakerIsMute());
        ears.await(() -> ears.hears(Sink.HEADPHONES));
        assertThat(ears.loudness(Sink.LOUDSPEAKER)).isZero();
    }

    private boolean loudspeakerIsMute() {
        var asked = Profile.run(List.of("pactl", "--server", ears.server(), "get-sink-mute", "loudspeaker"));
        return asked.words().contains("yes");
    }

    private boolean jackIs(String state) {
        return keeper.get("/jack").body().contains("\"" + state + "\"");
    }

    private void plug(boolean in) throws IOException {
        var event = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
        event.putLong(0).putLong(0).putShort((short) 5).putShort((short) 2).putInt(in ? 1 : 0);
        try (var opened = FileChannel.open(jack, StandardOpenOption.WRITE)) {
            opened.write(event.flip());
        }
    }
}
