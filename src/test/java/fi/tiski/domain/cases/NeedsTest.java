package fi.tiski.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedsTest {

    @Test
    void theLongestNeedLengthensTheMeetingAndTheyDoNotAddUp() {
        assertThat(minutes(30, Need.MORE_TIME)).isEqualTo(45);
        assertThat(minutes(30, Need.MORE_TIME, Need.INTERPRETER, Need.SIGN_LANGUAGE))
                .isEqualTo(45);
        assertThat(minutes(30, Need.HEARING_LOOP, Need.STEP_FREE, Need.SUPPORT_PERSON))
                .isEqualTo(30);
        assertThat(minutes(30)).isEqualTo(30);
    }

    @Test
    void aLengthenedMeetingEndsOnTheFiveMinutes() {
        assertThat(minutes(15, Need.MORE_TIME)).isEqualTo(25);
        assertThat(minutes(25, Need.MORE_TIME)).isEqualTo(40);
    }

    @Test
    void someNeedsAskForARoomAndSomeForAnAgent() {
        var all = new Needs(EnumSet.allOf(Need.class), Optional.empty());

        assertThat(all.features()).containsExactlyInAnyOrder("hearing-loop", "step-free");
        assertThat(all.skills()).containsExactly("sign-language");
        assertThat(all.inOrder()).containsExactly(Need.values());
    }

    @Test
    void thereIsALanguageToInterpretOnlyWithAnInterpreter() {
        assertThat(new Needs(Set.of(Need.MORE_TIME), Optional.of("arabia")).interpreterLanguage())
                .isEmpty();
        assertThat(new Needs(Set.of(Need.INTERPRETER), Optional.of("arabia")).interpreterLanguage())
                .contains("arabia");
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyNeedIsFoundAgainByItsTag(Need need) {
        assertThat(Need.ofTag(need.tag())).contains(need);
    }

    private static long minutes(int usual, Need... needs) {
        return new Needs(Set.of(needs), Optional.empty())
                .lengthen(Duration.ofMinutes(usual))
                .toMinutes();
    }
}
