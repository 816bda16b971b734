package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

    @ParameterizedTest(name = "{0} to {1} seconds are {2} to {3} minutes")
    @CsvSource({"0, 0, 0, 5", "0, 301, 0, 10", "299, 300, 0, 5", "300, 301, 5, 10", "754, 2100, 10, 35"})
    void theWaitIsTheLeastRangeOfWholeFivesAroundTheFigures(
            double optimistic, double pessimistic, int atLeast, int atMost) {
        assertThat(Wait.around(optimistic, pessimistic))
                .isEqualTo(new Wait(Duration.ofMinutes(atLeast), Duration.ofMinutes(atMost)));
    }

    @Test
    void itHoldsForWhoWaitsNoLessAndNoLonger() {
        var wait = new Wait(Duration.ofMinutes(5), Duration.ofMinutes(10));

        assertThat(wait.holds(Duration.ofMinutes(5))).isTrue();
        assertThat(wait.holds(Duration.ofMinutes(10))).isTrue();
        assertThat(wait.holds(Duration.ofMinutes(5).minusSeconds(1))).isFalse();
        assertThat(wait.holds(Duration.ofMinutes(10).plusSeconds(1))).isFalse();
    }
}
