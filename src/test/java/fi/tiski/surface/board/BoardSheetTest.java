package fi.tiski.surface.board;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a waiting room sees and hears. */
class BoardSheetTest {

    @Test
    void theLatestCallIsLargeAndTheOnesBeforeItAreKept() {
        var sheet = BoardSheet.of(new QueueBoard(
                List.of(line(27, 1), line(26, 1)), List.of(line(25, 1), line(24, 1), line(23, 1), line(22, 1)), 0));

        assertThat(sheet.now()).contains(line(27, 1));
        assertThat(sheet.before()).extracting(Line::number).containsExactly(26, 25, 24, 23);
    }

    @Test
    void whoWasPassedOnStandsThereInThePlaceOfTheOldestCalls() {
        var sheet = BoardSheet.of(new QueueBoard(
                List.of(line(27, 1)),
                List.of(line(25, 1), line(24, 1), line(23, 1), line(22, 1)),
                List.of(new QueueBoard.Moving(26, "2")),
                0));

        assertThat(sheet.soon()).containsExactly(new QueueBoard.Moving(26, "2"));
        assertThat(sheet.before()).extracting(Line::number).containsExactly(25, 24, 23);
    }

    @Test
    void whoIsCalledHearsTheirOwnLanguageFirstAndEasyFinnishIsFinnish() {
        assertThat(BoardSheet.spokenTo(new Line(27, "3", 1, Language.EN, Instant.EPOCH)))
                .containsExactly(Language.EN, Language.FI, Language.SV);
        assertThat(BoardSheet.spokenTo(new Line(27, "3", 1, Language.FI_SIMPLE, Instant.EPOCH)))
                .containsExactly(Language.FI, Language.SV, Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"FI, 'Numero 27, tiski 3'", "SV, 'Nummer 27, disk 3'", "EN, 'Number 27, counter 3'"})
    void theCallIsHeardInEachLanguageOfTheRoom(Language language, String words) {
        assertThat(BoardSheet.LANGUAGES).contains(language);
        assertThat(BoardSheet.heard(line(27, 1), language)).isEqualTo(words);
    }

    private static Line line(int number, int calls) {
        return new Line(number, "3", calls, Language.FI, Instant.EPOCH);
    }
}
