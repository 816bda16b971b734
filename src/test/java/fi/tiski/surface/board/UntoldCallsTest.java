package fi.tiski.surface.board;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A board tells each call once, and none that is over. */
class UntoldCallsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T07:00:00Z");

    private final UntoldCalls untold = new UntoldCalls();

    @Test
    void whatWasCalledBeforeTheBoardCameUpIsNotTold() {
        assertThat(next(0, call(27, 1, 0))).isEmpty();
        assertThat(next(5, call(27, 1, 0))).isEmpty();
        assertThat(next(10, call(28, 1, 9), call(27, 1, 0))).containsExactly(call(28, 1, 9));
    }

    @Test
    void severalCallsAtOnceAreToldInTheirOrderAndNoneIsLost() {
        up();
        assertThat(next(3, call(29, 1, 3), call(28, 1, 2), call(27, 1, 1)))
                .containsExactly(call(27, 1, 1), call(28, 1, 2), call(29, 1, 3));
        assertThat(next(4, call(29, 1, 3), call(28, 1, 2), call(27, 1, 1))).isEmpty();
    }

    @Test
    void aSecondCallIsToldAgain() {
        up();
        next(1, call(27, 1, 1));

        assertThat(next(30, call(27, 2, 30))).containsExactly(call(27, 2, 30));
    }

    @Test
    void aCallThatWasTakenBackAndMadeAgainIsTold() {
        up();
        next(1, call(27, 1, 1));
        next(2);

        assertThat(next(20, call(27, 1, 20))).containsExactly(call(27, 1, 20));
    }

    @Test
    void aNumberThatComesBackIntoSightIsNotCalledAgain() {
        up();
        next(1, call(27, 1, 1));
        next(2, call(28, 1, 2));

        assertThat(next(3, call(28, 1, 2), call(27, 1, 1))).isEmpty();
    }

    @Test
    void nothingOldIsToldWhenTheBoardIsBack() {
        up();
        assertThat(next(300, call(29, 1, 290), call(28, 1, 200), call(27, 2, 100)))
                .containsExactly(call(29, 1, 290));
    }

    @Test
    void whoWasPassedOnOrDidNotComeMeanwhileIsNotTold() {
        up();
        var moved = new QueueBoard(List.of(), List.of(call(27, 1, 5)), List.of(new QueueBoard.Moving(28, "2")), 0);

        assertThat(untold.next(moved, NINE.plusSeconds(6))).isEmpty();
    }

    private void up() {
        next(0);
    }

    private List<Line> next(int seconds, Line... calling) {
        return untold.next(new QueueBoard(List.of(calling), List.of(), 0), NINE.plusSeconds(seconds));
    }

    private static Line call(int number, int calls, int seconds) {
        return new Line(number, "3", calls, Language.FI, NINE.plusSeconds(seconds));
    }
}
