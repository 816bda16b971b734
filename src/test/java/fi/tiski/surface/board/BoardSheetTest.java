package fi.tiski.surface.board;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import fi.tiski.platform.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a waiting room sees and hears. */
class BoardSheetTest {

    private static final BoardSheet QUIET = BoardSheet.of(new QueueBoard(List.of(), List.of(), 3));

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
        assertThat(sheet.callsAnew(QUIET)).isTrue();
    }

    @Test
    void aCallAndASecondCallAreSaidAloudButNothingElseIs() {
        var called = BoardSheet.of(new QueueBoard(List.of(line(27, 1)), List.of(), 2));
        var again = BoardSheet.of(new QueueBoard(List.of(line(27, 2)), List.of(), 2));
        var moreWait = BoardSheet.of(new QueueBoard(List.of(line(27, 1)), List.of(), 9));

        assertThat(called.callsAnew(QUIET)).isTrue();
        assertThat(again.callsAnew(called)).isTrue();
        assertThat(moreWait.callsAnew(called)).isFalse();
        assertThat(QUIET.callsAnew(called)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FI, 'Numero 27, tiski 3'", "SV, 'Nummer 27, disk 3'", "EN, 'Number 27, counter 3'"})
    void theCallIsHeardInEachLanguageOfTheRoom(Language language, String words) {
        assertThat(BoardSheet.LANGUAGES).contains(language);
        assertThat(BoardSheet.heard(line(27, 1), language)).isEqualTo(words);
    }

    private static Line line(int number, int calls) {
        return new Line(number, "3", calls);
    }
}
