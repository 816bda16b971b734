package fi.tiski.domain.cases;

/** What became of an attempt to change a case's state. */
public sealed interface CaseChange {

    record Changed(Case now) implements CaseChange {}

    /** Somebody was quicker: from the state it is in now this cannot be done. */
    record NotFrom(CaseState state) implements CaseChange {}
}
