package fi.tiski.domain.together;

/** What became of the customer's press to approve a page. */
public sealed interface Approving {

    /** What was agreed stands on the case; also when it did already. */
    record Approved() implements Approving {}

    /** It was changed after what the customer had seen: they read it once more. */
    record Changed(SharedPage now) implements Approving {}

    /** Nothing is written yet that could be approved. */
    record Nothing() implements Approving {}

    /** The agent has closed it, or the meeting is over. */
    record Ended(SharedPageState how) implements Approving {}
}
