package fi.tiski.platform.time;

import static fi.tiski.support.TestClock.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Span NINE_TO_TEN = new Span(at("2026-05-11T09:00"), at("2026-05-11T10:00"));

    @Test
    void beginsWithItsFirstInstantAndEndsBeforeItsLast() {
        assertThat(NINE_TO_TEN.contains(at("2026-05-11T09:00"))).isTrue();
        assertThat(NINE_TO_TEN.contains(at("2026-05-11T09:59"))).isTrue();
        assertThat(NINE_TO_TEN.contains(at("2026-05-11T10:00"))).isFalse();
        assertThat(NINE_TO_TEN.contains(at("2026-05-11T08:59"))).isFalse();
    }

    @Test
    void onesThatMeetDoNotOverlap() {
        var tenToEleven = Span.of(at("2026-05-11T10:00"), Duration.ofHours(1));
        var halfPast = Span.of(at("2026-05-11T09:30"), Duration.ofHours(1));

        assertThat(NINE_TO_TEN.overlaps(tenToEleven)).isFalse();
        assertThat(tenToEleven.overlaps(NINE_TO_TEN)).isFalse();
        assertThat(halfPast.overlaps(NINE_TO_TEN)).isTrue();
        assertThat(NINE_TO_TEN.overlaps(halfPast)).isTrue();
        assertThat(NINE_TO_TEN.overlaps(NINE_TO_TEN)).isTrue();
    }

    @Test
    void comesBackFromTheDatabaseAsItWentIn() {
        assertThat(Span.of(NINE_TO_TEN.stored())).isEqualTo(NINE_TO_TEN);
        assertThat(NINE_TO_TEN.length()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anEmptyOrBackwardOneCannotBe() {
        var nine = at("2026-05-11T09:00");

        assertThatIllegalArgumentException().isThrownBy(() -> new Span(nine, nine));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(nine, nine.minusSeconds(1)));
    }
}
