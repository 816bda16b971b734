package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointsService;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Who missed their call is in the line again: once, within half an hour, behind the next two people. */
@Component
class ComingBack {

    /** So long after a missed call somebody can come back to the line. */
    private static final Duration WITHIN = Duration.ofMinutes(30);

    /** Behind so many of those who wait then. */
    private static final int BEHIND = 2;

    private final Tickets tickets;
    private final DayNumbers numbers;
    private final Lines lines;
    private final Steps steps;
    private final TicketEntries entries;
    private final PointsService points;
    private final InstantSource clock;

    ComingBack(
            Tickets tickets,
            DayNumbers numbers,
            Lines lines,
            Steps steps,
            TicketEntries entries,
            PointsService points,
            InstantSource clock) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.lines = lines;
        this.steps = steps;
        this.entries = entries;
        this.points = points;
        this.clock = clock;
    }

    TicketChange comeBack(Ticket ticket, By by) {
        var organisation = ticket.organisation();
        tickets.lockLine(organisation, ticket.point());
        var missed = tickets.lock(organisation, ticket.id());
        if (!isPossible(missed)) {
            return new TicketChange.NotFrom(missed.state());
        }
        var now = clock.instant();
        var line = lines.read(organisation, ticket.point(), lines.since(organisation, ticket.point(), now));
        var back = tickets.cameBack(
                missed,
                FairOrder.placeBehind(
                        BEHIND, line.stream().map(Lines.Waits::number).toList(), now));
        steps.forget(back);
        entries.add(back, by, EntryKind.TICKET_CAME_BACK);
        return new TicketChange.Changed(back);
    }

    boolean isPossible(Ticket ticket) {
        var now = clock.instant();
        return ticket.canComeBack()
                && ticket.calledAt()
                        .filter(called -> now.isBefore(called.plus(WITHIN)))
                        .isPresent()
                && points.doorsAt(lines.point(ticket.organisation(), ticket.point()), now) instanceof Doors.Open
                && !numbers.isLive(ticket.organisation(), ticket.point(), ticket.number());
    }
}
