package fi.tiski.domain.queue;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a number stands in its line: who comes before it, how long that takes, and whether the doors stay open for it. */
@Component
class Places {

    private static final Comparator<Ticket> BY_PLACE = Comparator.comparing(Ticket::place)
            .thenComparing(ticket -> ticket.id().value());

    private final Lines lines;
    private final Waits waits;
    private final PointsService points;
    private final InstantSource clock;

    Places(Lines lines, Waits waits, PointsService points, InstantSource clock) {
        this.lines = lines;
        this.waits = waits;
        this.points = points;
        this.clock = clock;
    }

    TicketPlace of(Ticket ticket) {
        var organisation = ticket.organisation();
        if (ticket.state() != TicketState.WAITING) {
            return new TicketPlace(ticket, 0, Optional.empty(), true, TicketPlace.Before.NOBODY);
        }
        var outlook = waits.at(organisation, ticket.point()).of(ticket.id());
        var before = before(ticket, outlook.expected());
        return new TicketPlace(
                ticket, before.all(), outlook.expected(), reached(organisation, ticket.point(), outlook), before);
    }

    /** Numbers that the rule calls earlier, and who comes at an agreed time before this one is called at the earliest. */
    private TicketPlace.Before before(Ticket ticket, Optional<Wait> wait) {
        var now = clock.instant();
        var since = lines.since(ticket.organisation(), ticket.point(), now);
        var order = lines.inOrder(ticket.organisation(), ticket.point(), since, now);
        var ahead =
                order.stream().takeWhile(one -> !one.id().equals(ticket.id())).toList();
        var letAhead = (int)
                ahead.stream().filter(one -> BY_PLACE.compare(one, ticket) > 0).count();
        var soonest = now.plus(wait.map(Wait::atLeast).orElse(Duration.ZERO));
        var meetings = lines.meetings(ticket.organisation(), ticket.point(), Set.of(), now).stream()
                .filter(one -> !one.underWay())
                .map(one -> one.during().from())
                .filter(starts -> !starts.isAfter(soonest) && starts.isAfter(now.minus(FairOrder.EXPECTED_FOR)))
                .toList();
        return new TicketPlace.Before(ahead.size() - letAhead, letAhead, meetings);
    }

    private boolean reached(OrganisationId organisation, PointId point, Simulation.Outlook outlook) {
        var now = clock.instant();
        return switch (points.doorsAt(lines.point(organisation, point), now)) {
            case Doors.Closed closed -> false;
            case Doors.Open(Instant closes) ->
                outlook.expected()
                        .map(range ->
                                outlook.reached() && !now.plus(range.atMost()).isAfter(closes))
                        .orElse(true);
        };
    }
}
