package fi.tiski.surface.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** Summer time ends in Finland on 25 October 2026 at 4.00, which is 3.00 again. */
    private static final Instant FIRST = Instant.parse("2026-10-25T00:15:00Z");

    private static final Instant SECOND = Instant.parse("2026-10-25T01:15:00Z");

    @ParameterizedTest
    @CsvSource({
        "FI, 3.15 kesäaikaa, 3.15 talviaikaa",
        "SV, 3.15 sommartid, 3.15 vintertid",
        "EN, 3:15 summer time, 3:15 winter time",
        "FI_SIMPLE, 3.15 kesäaikaa, 3.15 talviaikaa"
    })
    void theHourThatComesTwiceIsToldApart(Language language, String first, String second) {
        var when = new When(language, HELSINKI, FIRST);

        assertThat(when.time(FIRST)).isEqualTo(first);
        assertThat(when.time(SECOND)).isEqualTo(second);
    }

    @Test
    void everyOtherHourIsSaidAsAlways() {
        var when = new When(Language.FI, HELSINKI, FIRST);

        assertThat(when.time(Instant.parse("2026-10-24T23:15:00Z"))).isEqualTo("2.15");
        assertThat(when.time(Instant.parse("2026-10-25T02:15:00Z"))).isEqualTo("4.15");
        assertThat(when.time(Instant.parse("2026-03-29T00:59:00Z"))).isEqualTo("2.59");
        assertThat(when.time(Instant.parse("2026-03-29T01:00:00Z"))).isEqualTo("4.00");
    }

    @Test
    void todayEndsAtMidnightOfThePlace() {
        var beforeMidnight = Instant.parse("2026-05-11T20:59:00Z");
        var midnight = Instant.parse("2026-05-11T21:00:00Z");
        var helsinki = new When(Language.FI, HELSINKI, beforeMidnight);
        var stockholm = new When(Language.FI, ZoneId.of("Europe/Stockholm"), beforeMidnight);

        assertThat(helsinki.dayAndTime(beforeMidnight)).isEqualTo("tänään klo 23.59");
        assertThat(helsinki.dayAndTime(midnight)).isEqualTo("huomenna klo 0.00");
        assertThat(stockholm.dayAndTime(midnight)).isEqualTo("tänään klo 23.00");
    }
}
