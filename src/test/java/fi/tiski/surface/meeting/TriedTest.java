package fi.tiski.surface.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.meeting.Tried.Outcome;
import fi.tiski.surface.meeting.Tried.Part;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has tried, told in one sentence: whatever they lack, there is a way to take part. */
class TriedTest {

    @Test
    void oneThingComesAfterTheOther() {
        var tried = Tried.nothing();
        for (var part : Part.values()) {
            assertThat(tried.next()).contains(part);
            tried = tried.with(part, Outcome.WITHOUT);
        }
        assertThat(tried.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WORKS,   WORKS,   WORKS,   WORKS,     all",
        "WORKS,   WORKS,   WORKS,   HERE_ONLY, all.here",
        "WITHOUT, WORKS,   WORKS,   WORKS,     sound",
        "WITHOUT, WORKS,   WORKS,   HERE_ONLY, sound.here",
        "WORKS,   WITHOUT, WORKS,   WORKS,     picture",
        "WORKS,   WORKS,   WITHOUT, HERE_ONLY, picture",
        "WITHOUT, WITHOUT, WORKS,   WORKS,     text",
        "WITHOUT, WORKS,   WITHOUT, WORKS,     text",
        "WORKS,   WORKS,   WORKS,   WITHOUT,   no-way",
        "WITHOUT, WITHOUT, WITHOUT, WITHOUT,   no-way"
    })
    void thereIsAlwaysAWay(Outcome camera, Outcome microphone, Outcome loudspeaker, Outcome connection, String way) {
        var tried = Tried.nothing()
                .with(Part.CAMERA, camera)
                .with(Part.MICROPHONE, microphone)
                .with(Part.LOUDSPEAKER, loudspeaker)
                .with(Part.CONNECTION, connection);

        assertThat(tried.way()).isEqualTo(way);
        assertThat(Stream.of(Language.values())).allMatch(language -> Texts.has(language, "selfcheck.summary." + way));
    }

    @Test
    void whatAPageOfOursNeverSaysIsNothing() {
        assertThat(Outcome.of("here-only")).contains(Outcome.HERE_ONLY);
        assertThat(Outcome.of("HERE_ONLY")).isEmpty();
        assertThat(Outcome.of("")).isEmpty();
    }
}
