package fi.tiski.domain.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

    @ParameterizedTest(name = "{0} ahead, {1} agents, {2} minutes each: {3} to {4} minutes")
    @CsvSource({
        "0, 1, 8, 0, 15",
        "0, 4, 8, 0, 5",
        "1, 1, 8, 0, 25",
        "5, 1, 8, 20, 75",
        "5, 2, 8, 10, 40",
        "10, 3, 8, 15, 45",
        "40, 2, 10, 120, 310"
    })
    void theWaitIsARangeOfWholeFives(int ahead, int agents, int minutes, int atLeast, int atMost) {
        assertThat(Wait.estimate(ahead, agents, Duration.ofMinutes(minutes)))
                .isEqualTo(new Wait(Duration.ofMinutes(atLeast), Duration.ofMinutes(atMost)));
    }

    @Test
    void moreAheadNeverMeansLessAndMoreAgentsNeverMoreWaiting() {
        for (int agents = 1; agents < 6; agents++) {
            for (int ahead = 0; ahead < 30; ahead++) {
                var now = Wait.estimate(ahead, agents, Duration.ofMinutes(8));
                assertThat(Wait.estimate(ahead + 1, agents, Duration.ofMinutes(8))
                                .atMost())
                        .isGreaterThanOrEqualTo(now.atMost());
                assertThat(Wait.estimate(ahead, agents + 1, Duration.ofMinutes(8))
                                .atMost())
                        .isLessThanOrEqualTo(now.atMost());
                assertThat(now.atLeast()).isLessThan(now.atMost());
            }
        }
    }

    @Test
    void nobodyPromisesAWaitWhenNobodyServes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wait.estimate(3, 0, Duration.ofMinutes(8)));
    }
}
