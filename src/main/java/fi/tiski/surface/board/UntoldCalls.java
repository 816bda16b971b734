package fi.tiski.surface.board;

import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which calls one board has still to tell: each once, none lost when several come together, and nothing old. What had been
 * called before the board came up, or while it was away for longer than somebody needs to reach a counter, stands on it in
 * silence.
 */
final class UntoldCalls {

    /** So long after a call somebody may still be on their way to the counter because of it. */
    static final Duration STILL_CALLED = Duration.ofSeconds(60);

    private static final int REMEMBERED = 200;

    private final Set<Line> told = new LinkedHashSet<>();
    private boolean up;

    /** The calls to tell now, in the order in which they were made; they count as told from then on. */
    List<Line> next(QueueBoard board, Instant now) {
        var first = !up;
        up = true;
        var fresh = board.calling().reversed().stream().filter(told::add).toList();
        while (told.size() > REMEMBERED) {
            told.remove(told.iterator().next());
        }
        return first
                ? List.of()
                : fresh.stream()
                        .filter(call -> call.calledAt().plus(STILL_CALLED).isAfter(now))
                        .toList();
    }
}
