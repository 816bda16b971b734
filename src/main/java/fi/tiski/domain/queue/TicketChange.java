package fi.tiski.domain.queue;

/** What became of an attempt to move a ticket on. */
public sealed interface TicketChange {

    record Changed(Ticket ticket) implements TicketChange {}

    /** Somebody was quicker: from where it is now this cannot be done. */
    record NotFrom(TicketState state) implements TicketChange {}
}
