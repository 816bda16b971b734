package fi.tiski.surface.doors;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.limits.Rate;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** An even rate for each address, in the memory of one process. */
class PaceTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Pace pace = new Pace(new Rate(5, Duration.ofSeconds(1)), now::get);

    @Test
    void someAtOnceAndThenOneAtATime() {
        for (int asked = 0; asked < 5; asked++) {
            assertThat(pace.grants("a")).isTrue();
        }
        assertThat(pace.grants("a")).isFalse();
        assertThat(pace.grants("b")).isTrue();

        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(pace.grants("a")).isTrue();
        assertThat(pace.grants("a")).isFalse();
    }

    @Test
    void whoAsksTogetherGetsNoMore() {
        assertThat(Together.all(30, who -> pace.grants("a")))
                .filteredOn(granted -> granted)
                .hasSize(5);
    }

    @Test
    void addressesThatOweNothingAreForgotten() {
        for (int address = 0; address < 20_001; address++) {
            pace.grants("a" + address);
        }
        now.addAndGet(Duration.ofMinutes(1).toNanos());

        pace.grants("b");

        assertThat(pace.size()).isEqualTo(1);
    }
}
