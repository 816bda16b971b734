package fi.tiski.domain.queue;

import java.time.Instant;
import java.util.Comparator;

/**
 * A waiting number, as much of it as the fairness rule looks at.
 *
 * @param place when it was taken
 * @param letAhead waiting is hard for them
 * @param overtaken how many who came later have been called before them
 */
public record InLine(TicketId id, Instant place, boolean letAhead, int overtaken) {

    /** By arrival. */
    public static final Comparator<InLine> BY_PLACE =
            Comparator.comparing(InLine::place).thenComparing(one -> one.id().value());

    InLine overtakenOnceMore() {
        return new InLine(id, place, letAhead, overtaken + 1);
    }
}
