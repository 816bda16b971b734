package fi.tiski.domain.cases;

/** What became of a paper that a customer gives to their case. */
public enum KeepingPaper {
    KEPT,
    /** The case has as many as it may have. */
    ENOUGH
}
