package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.journeys.Soak.Trouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Many persons at one kiosk, with everything that may come in their way; {@code ./bench soak} plays two hundred. */
class SoakTest {

    private static final int PERSONS = 32;

    /** What one more page of a kiosk keeps in memory is about 100 kB. */
    private static final long A_FEW_PAGES = 400_000;

    /** Pools make one more when several ask at once, and keep it. */
    private static final int OF_POOLS = 4;

    @Test
    void everybodyEndsCleanAndTheServerKeepsNothingOfThem() {
        try (var soak = new Soak(PERSONS, 20_261_122, Path.of("target", "soak.log"))) {
            var outcome = soak.run();

            assertThat(outcome.troubles()).containsOnlyKeys(Trouble.values());
            assertThat(outcome.served() + outcome.often(Trouble.GAVE_UP)).isEqualTo(PERSONS);
            var before = outcome.before();
            var after = outcome.after();
            assertThat(after.sessions()).isEqualTo(before.sessions());
            assertThat(after.pages()).isEqualTo(before.pages());
            assertThat(after.connections()).isLessThanOrEqualTo(before.connections());
            assertThat(after.threads()).isLessThan(before.threads() + OF_POOLS);
            assertThat(after.bytes()).isLessThan(before.bytes() + A_FEW_PAGES);
        }
    }
}
