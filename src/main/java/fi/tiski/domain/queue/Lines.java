package fi.tiski.domain.queue;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Standing;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The line of a point: whose numbers are good now, and who may call whom. */
@Component
class Lines {

    /** Nobody waits longer than this: whoever took a number before has gone home. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** How long before its time a meeting can matter to the line, and how long after. */
    private static final Duration MEETING_AHEAD = Duration.ofHours(4);

    private static final Duration MEETING_PAST = Duration.ofHours(1);

    private final Tickets tickets;
    private final PointsService points;
    private final StaffingService staffing;
    private final Meetings meetings;

    Lines(Tickets tickets, PointsService points, StaffingService staffing, Meetings meetings) {
        this.tickets = tickets;
        this.points = points;
        this.staffing = staffing;
        this.meetings = meetings;
    }

    /** A number that waits, with whose alone it is to call; nobody in particular for most. */
    record Waits(InLine number, Set<AgentId> only) {
        boolean isFor(AgentId agent) {
            return only.isEmpty() || only.contains(agent);
        }
    }

    /**
     * Since when numbers count: since midnight, and where the doors have stayed open over midnight, since they opened
     * before it. Numbers older than twelve hours never count.
     */
    Instant since(ServicePoint point, Instant now) {
        var today = point.dayOf(now);
        var midnight = today.atStartOfDay(point.zone()).toInstant();
        var earliest = now.minus(LONGEST);
        var overMidnight = openInto(point, today.minusDays(1), midnight)
                && points.openOn(point, today).stream()
                        .anyMatch(span -> span.from().equals(midnight));
        var since = overMidnight ? opened(point, today.minusDays(1), midnight) : midnight;
        return since.isBefore(earliest) ? earliest : since;
    }

    private boolean openInto(ServicePoint point, LocalDate day, Instant midnight) {
        return points.openOn(point, day).stream().anyMatch(span -> span.until().equals(midnight));
    }

    private Instant opened(ServicePoint point, LocalDate day, Instant midnight) {
        return points.openOn(point, day).stream()
                .filter(span -> span.until().equals(midnight))
                .map(Span::from)
                .findFirst()
                .orElse(midnight);
    }

    /** Those who wait, as the rule sees them, by place. */
    List<Waits> read(OrganisationId organisation, PointId point, Instant since) {
        var line = tickets.line(organisation, point, since);
        var meant = tickets.waiting(organisation, point, since).stream()
                .filter(ticket -> ticket.towards().isPresent())
                .collect(Collectors.toMap(Ticket::id, ticket -> ticket.towards().orElseThrow()));
        if (meant.isEmpty()) {
            return line.stream().map(one -> new Waits(one, Set.of())).toList();
        }
        var standing = staffing.standingAt(organisation, point);
        return line.stream()
                .map(one ->
                        new Waits(one, meant.containsKey(one.id()) ? only(meant.get(one.id()), standing) : Set.of()))
                .toList();
    }

    /** Empty also when none of them stands at a counter: then anybody calls. */
    private static Set<AgentId> only(Transfer to, List<Standing> standing) {
        return standing.stream()
                .filter(one -> switch (to) {
                    case Transfer.ToAgent(var agent) -> one.agent().equals(agent);
                    case Transfer.ToCounter(var counter, var label) ->
                        one.counter().equals(counter);
                    case Transfer.ToTopic(var topic) -> one.topics().contains(topic);
                })
                .map(Standing::agent)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who comes to the point, or to one of these agents, at an agreed time about now. */
    List<Meeting> meetings(OrganisationId organisation, PointId point, Set<AgentId> agents, Instant now) {
        return meetings.at(organisation, point, agents, new Span(now.minus(MEETING_PAST), now.plus(MEETING_AHEAD)));
    }

    /** The tickets that wait, in the order of the rule. */
    List<Ticket> inOrder(OrganisationId organisation, PointId point, Instant since, Instant now) {
        Map<TicketId, Ticket> byId = new HashMap<>(tickets.waiting(organisation, point, since).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity())));
        return FairOrder.order(tickets.line(organisation, point, since), now).stream()
                .filter(one -> byId.containsKey(one.id()))
                .map(one -> byId.get(one.id()))
                .toList();
    }

    ServicePoint point(OrganisationId organisation, PointId point) {
        return points.point(organisation, point).orElseThrow(() -> new NoSuchElementException("No such point"));
    }
}
