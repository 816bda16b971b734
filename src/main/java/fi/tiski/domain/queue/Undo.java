package fi.tiski.domain.queue;

import fi.tiski.domain.cases.CaseId;

/** What became of an agent's wish to take their last step back. */
public sealed interface Undo {

    /** The number stands again where it stood before the step. */
    record Undone(Ticket ticket, Step step) implements Undo {}

    /** Something has happened since, or too long ago: it stands. */
    record NotAnyMore() implements Undo {}

    /** What the agent could take back now. */
    record Possible(TicketId ticket, CaseId caseId, int number, Step step) {}
}
