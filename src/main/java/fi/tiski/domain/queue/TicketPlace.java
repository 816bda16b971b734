package fi.tiski.domain.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer sees of their own number.
 *
 * @param ahead people before them
 * @param expected empty when nobody serves at the point just now, or nobody who is there will still be
 * @param reachedBeforeClosing false when even the longest wait ends after the doors close or the last agent leaves: said
 *     at once
 * @param why who the people before them are
 */
public record TicketPlace(Ticket ticket, int ahead, Optional<Wait> expected, boolean reachedBeforeClosing, Before why) {

    /**
     * Whether it is time to come to the counters: somebody waits, and in the queue as it is simulated now their turn may
     * come within five minutes. Rather too soon than too late: in nineteen of twenty it comes no sooner than told, so who
     * comes when this turns true has the walk of a few minutes ahead of the call.
     */
    public boolean near() {
        return ticket.state() == TicketState.WAITING
                && expected.map(wait -> wait.atLeast().isZero()).orElse(false);
    }

    /**
     * Who comes before somebody, and why; nothing that would say who they are.
     *
     * @param earlier came before them
     * @param letAhead came after them, and waiting is hard for them
     * @param meetings agreed on a time: when
     */
    public record Before(int earlier, int letAhead, List<Instant> meetings) {

        public static final Before NOBODY = new Before(0, 0, List.of());

        public Before {
            meetings = List.copyOf(meetings);
        }

        int all() {
            return earlier + letAhead + meetings.size();
        }
    }
}
