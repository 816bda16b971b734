package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers that nobody stays for. */
@Service
@Transactional
class Unattended {

    private final Tickets tickets;
    private final Lines lines;
    private final Steps steps;
    private final TicketEntries entries;
    private final PointsService points;
    private final InstantSource clock;

    Unattended(
            Tickets tickets,
            Lines lines,
            Steps steps,
            TicketEntries entries,
            PointsService points,
            InstantSource clock) {
        this.tickets = tickets;
        this.lines = lines;
        this.steps = steps;
        this.entries = entries;
        this.points = points;
        this.clock = clock;
    }

    /**
     * Ends them by rule: who was called {@code calls} times and has not come for {@code patience} after the last,
     * and who still waits {@code afterClosing} after the doors have closed, or since yesterday. In all organisations.
     *
     * @return how many left
     */
    public int end(int calls, Duration patience, Duration afterClosing) {
        var now = clock.instant();
        var missed = tickets.missed(calls, now.minus(patience)).stream()
                .filter(ticket -> endByRule(ticket, TicketState.CALLED, TicketState.NO_SHOW, EntryKind.TICKET_NO_SHOW))
                .count();
        var ends = new HashMap<PointId, Instant>();
        var closed = tickets.waitingAnywhere().stream()
                .filter(ticket -> ticket.takenAt()
                        .isBefore(ends.computeIfAbsent(
                                ticket.point(), point -> goodSince(ticket.organisation(), point, now, afterClosing))))
                .filter(ticket ->
                        endByRule(ticket, TicketState.WAITING, TicketState.LEFT, EntryKind.TICKET_NOT_REACHED))
                .count();
        return (int) (missed + closed);
    }

    /** Numbers taken before then are over. */
    private Instant goodSince(OrganisationId organisation, PointId id, Instant now, Duration afterClosing) {
        var point = lines.point(organisation, id);
        var since = lines.since(organisation, id, now);
        var earlier = now.minus(afterClosing);
        var closed = points.doorsAt(point, now) instanceof Doors.Closed
                && points.doorsAt(point, earlier) instanceof Doors.Closed;
        return closed && earlier.isAfter(since) ? earlier : since;
    }

    private boolean endByRule(Ticket seen, TicketState from, TicketState to, EntryKind kind) {
        var ticket = tickets.lock(seen.organisation(), seen.id());
        if (ticket.state() != from || ticket.calls() != seen.calls()) {
            return false;
        }
        steps.forget(ticket);
        tickets.byRule(ticket);
        entries.add(tickets.moved(ticket, to, clock.instant()), new By.TheSystem(), kind);
        return true;
    }
}
