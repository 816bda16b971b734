package fi.tiski.domain.meetings;

/** What became of a paper that was shown in a meeting. */
public enum ShowingPaper {
    /** It is on the case. */
    SHOWN,
    /** The case has as many papers as it may have. */
    ENOUGH,
    /** They do not meet (any more). */
    OVER,
    /** Only the customer gives papers to their case. */
    NOT_THEIRS
}
