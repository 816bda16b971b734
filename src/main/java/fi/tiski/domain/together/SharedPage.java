package fi.tiski.domain.together;

import fi.tiski.domain.meetings.MeetingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page that the agent opened for the customer, as one of the two may see it.
 *
 * @param section which section of a form; empty for every other kind
 * @param revision raised by every change of what stands on it
 * @param isDoubted the customer said that something is not right, and nothing was changed since
 * @param endedAt empty while it is open
 * @param written each place in its order, whether anything was written or not; empty once the page has ended
 */
public record SharedPage(
        SharedPageId id,
        MeetingId meeting,
        PageKind kind,
        Optional<FormSection> section,
        SharedPageState state,
        long revision,
        boolean isDoubted,
        Optional<Instant> endedAt,
        List<Written> written) {

    public boolean isOpen() {
        return state == SharedPageState.OPEN;
    }

    /** Whether there is something to approve: every place that is the agent's, and one of the customer's where there are any. */
    public boolean canBeApproved() {
        var customers =
                written.stream().filter(one -> one.place().isCustomers()).toList();
        return isOpen()
                && written.stream().filter(one -> !one.place().isCustomers()).allMatch(Written::isFilled)
                && (customers.isEmpty() || customers.stream().anyMatch(Written::isFilled));
    }

    SharedPage forTheAgent() {
        return new SharedPage(
                id,
                meeting,
                kind,
                section,
                state,
                revision,
                isDoubted,
                endedAt,
                written.stream().map(Written::masked).toList());
    }
}
