package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Playwright;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Ears;
import fi.tiski.support.Ears.Sink;
import fi.tiski.support.KeeperDouble.Jack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journey by ear with the kiosk's own voice, recorded where it sounds. */
class HeardInHeadphonesTest extends WithKeeper {

    /** Whole pages are read, as slowly as people listen. */
    private static final double PATIENCE = 180_000;

    /** As often as the pace can be made faster. */
    private static final int FASTEST = 3;

    /** Some 25 letters a second at the fastest pace; who says more than this has swallowed some. */
    private static final int LETTERS_A_SECOND = 60;

    @Test
    void aNumberIsTakenByWhatSoundsInTheHeadphones(@TempDir Path folder) {
        assumeThat(Ears.missing())
                .as("A kiosk without pulseaudio and speech-dispatcher is mute: its journey was not heard.")
                .isEmpty();
        try (var ears = new Ears(folder);
                var playwright = Playwright.create();
                var browser = Browser.heard(playwright, ears.environment(), Ears.ARGUMENTS.toArray(String[]::new))) {
            KEEPER.jack(Jack.IN);
            ears.playsTo(Sink.HEADPHONES);
            var window = Browser.window(browser, Screen.KIOSK);
            Listener.listenIn(window);
            var page = window.newPage();
            page.setDefaultTimeout(PATIENCE);

            var person = Listener.at(visit(page, "/kiosk/keskusta-1"));
            var faster = page.locator("[data-voice=faster]");
            for (int often = 0; often < FASTEST; often++) {
                faster.click();
            }
            Errands.takeANumber(person);
            var number = page.locator(".ticket-number").textContent();

            var transcript = person.transcript();
            var words = transcript.stream().map(Listener.Said::words).collect(Collectors.joining(" "));
            assertThat(words)
                    .contains(person.says("kit.human.request"))
                    .contains(number)
                    .contains(person.says("journey.number.wait"));
            assertThat(transcript).allMatch(said -> said.isIn(Language.FI) || said.isALanguagesName());
            assertThat(ears.sounding(Sink.HEADPHONES))
                    .isGreaterThan(Duration.ofSeconds(words.length() / LETTERS_A_SECOND));
            assertThat(ears.loudness(Sink.LOUDSPEAKER)).isZero();
        }
    }
}
