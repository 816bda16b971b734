package fi.tiski.platform.limits;

import static fi.tiski.platform.tables.Tables.ALLOWANCE;
import static fi.tiski.platform.tables.Tables.FAILED_TRIES;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.ids.Ids;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be asked for, counted over all processes. */
class LimitsTest extends DomainTest {

    private static final Rate THREE_THEN_ONE_A_MINUTE = new Rate(3, Duration.ofMinutes(1));
    private static final Patience PATIENCE =
            new Patience(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1));

    @Autowired
    private Limits limits;

    private final Counted mine = new Counted("mine", Ids.token());
    private final Counted yours = new Counted("yours", Ids.token());

    @Test
    void someMayBeHadAtOnceAndThenOneAtATime() {
        for (int taken = 0; taken < 3; taken++) {
            assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.Granted.class);
        }
        assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE))
                .isEqualTo(new Asking.NotBefore(clock.instant().plus(Duration.ofMinutes(1))));

        clock.pass(Duration.ofMinutes(1));

        assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.Granted.class);
        assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.NotBefore.class);
    }

    @Test
    void whoHasHadNothingForAWhileMayHaveAsManyAtOnceAgain() {
        for (int taken = 0; taken < 4; taken++) {
            limits.take(mine, THREE_THEN_ONE_A_MINUTE);
        }
        clock.pass(Duration.ofMinutes(10));

        for (int taken = 0; taken < 3; taken++) {
            assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.Granted.class);
        }
        assertThat(limits.take(mine, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.NotBefore.class);
    }

    @Test
    void whatOneTakesIsNotMissingForAnother() {
        for (int taken = 0; taken < 4; taken++) {
            limits.take(mine, THREE_THEN_ONE_A_MINUTE);
        }

        assertThat(limits.take(yours, THREE_THEN_ONE_A_MINUTE)).isInstanceOf(Asking.Granted.class);
    }

    @Test
    void twentyWhoAskAtTheSameMomentGetNoMoreThanThereIs() {
        var answers = Together.all(20, who -> limits.take(mine, THREE_THEN_ONE_A_MINUTE));

        assertThat(answers).filteredOn(Asking.Granted.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "4, 10", "5, 20", "6, 40", "7, 60", "8, 60", "2000000000, 60"})
    void theWaitGrowsToALongestOne(int failed, int seconds) {
        assertThat(PATIENCE.after(failed)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void afterAFewTriesEachOneWaits() {
        for (int tries = 0; tries < 4; tries++) {
            assertThat(tryWith(mine)).isInstanceOf(Asking.Granted.class);
        }
        var waits = new Asking.NotBefore(clock.instant().plusSeconds(10));
        assertThat(tryWith(mine)).isEqualTo(waits);
        assertThat(tryWith(mine)).as("trying on does not make it longer").isEqualTo(waits);

        clock.pass(Duration.ofSeconds(10));

        assertThat(tryWith(mine)).isInstanceOf(Asking.Granted.class);
        assertThat(tryWith(mine)).isEqualTo(new Asking.NotBefore(clock.instant().plusSeconds(20)));
    }

    @Test
    void aHundredTriesAtTheSameMomentAreAHundred() {
        var answers = Together.all(12, who -> tryWith(mine));

        assertThat(answers).filteredOn(Asking.Granted.class::isInstance).hasSize(4);
    }

    @Test
    void whereTwoCountsBelongToOneTryBothMustGrantIt() {
        for (int tries = 0; tries < 4; tries++) {
            tryWith(mine);
        }

        assertThat(limits.tryOnce(Map.of(mine, PATIENCE, yours, PATIENCE))).isInstanceOf(Asking.NotBefore.class);
        assertThat(timesOf(yours)).as("what was refused is counted nowhere").isZero();
    }

    @Test
    void triesThatCountTheSameThingsInAnotherOrderDoNotStopEachOther() {
        var answers = Together.all(
                16,
                who -> limits.tryOnce(
                        who % 2 == 0
                                ? Map.of(mine, PATIENCE, yours, PATIENCE)
                                : Map.of(yours, PATIENCE, mine, PATIENCE)));

        assertThat(answers).filteredOn(Asking.Granted.class::isInstance).hasSize(4);
    }

    @Test
    void whoWasRightBeginsAnew() {
        for (int tries = 0; tries < 4; tries++) {
            tryWith(mine);
        }
        limits.forget(List.of(mine));

        assertThat(tryWith(mine)).isInstanceOf(Asking.Granted.class);
        assertThat(timesOf(mine)).isEqualTo(1);
    }

    @Test
    void oneTryTakenBackLeavesTheOthersCounted() {
        for (int tries = 0; tries < 4; tries++) {
            tryWith(mine);
        }
        limits.takeBack(mine);

        assertThat(timesOf(mine)).isEqualTo(3);
        assertThat(tryWith(mine)).isInstanceOf(Asking.Granted.class);
        assertThat(tryWith(mine)).isInstanceOf(Asking.NotBefore.class);
    }

    @Test
    void afterAQuietWhileEverythingBeginsAnew() {
        for (int tries = 0; tries < 4; tries++) {
            tryWith(mine);
        }
        clock.pass(Duration.ofHours(1));

        assertThat(tryWith(mine)).isInstanceOf(Asking.Granted.class);
        assertThat(timesOf(mine)).isEqualTo(1);
    }

    @Test
    void countsThatAreOverAreRemoved() {
        limits.take(mine, THREE_THEN_ONE_A_MINUTE);
        tryWith(mine);
        clock.pass(Duration.ofHours(2));

        limits.forgetOld();

        assertThat(sql.fetchExists(ALLOWANCE, ALLOWANCE.WHAT.eq(mine.hash()))).isFalse();
        assertThat(sql.fetchExists(FAILED_TRIES, FAILED_TRIES.WHAT.eq(mine.hash())))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false"
    })
    void oneHouseholdIsOneAddress(String one, String other, boolean same) {
        assertThat(Counted.byAddress("a", one).equals(Counted.byAddress("a", other)))
                .isEqualTo(same);
    }

    private Asking tryWith(Counted what) {
        return limits.tryOnce(Map.of(what, PATIENCE));
    }

    private int timesOf(Counted what) {
        return sql.select(FAILED_TRIES.TIMES)
                .from(FAILED_TRIES)
                .where(FAILED_TRIES.WHAT.eq(what.hash()))
                .fetchSingle()
                .value1();
    }
}
