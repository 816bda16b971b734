package fi.tiski.domain.queue;

import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.List;

/**
 * What everybody in the waiting room may see: numbers and counters, nothing else.
 *
 * @param calling called and not yet there, or being served; the latest first
 * @param earlier called before and finished; the latest first
 * @param moving passed on to another counter, and called there soon
 * @param waiting how many wait
 */
public record QueueBoard(List<Line> calling, List<Line> earlier, List<Moving> moving, int waiting) {

    public QueueBoard {
        calling = List.copyOf(calling);
        earlier = List.copyOf(earlier);
        moving = List.copyOf(moving);
    }

    public QueueBoard(List<Line> calling, List<Line> earlier, int waiting) {
        this(calling, earlier, List.of(), waiting);
    }

    /**
     * @param calls how often it has been called: a second call flashes again
     * @param language of whoever has the number, for the voice
     * @param calledAt the latest time
     */
    public record Line(int number, String counter, int calls, Language language, Instant calledAt) {}

    public record Moving(int number, String counter) {}
}
