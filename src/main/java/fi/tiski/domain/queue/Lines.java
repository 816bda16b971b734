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
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The line of a point: whose numbers are good now, and who may call whom. */
@Component
class Lines {

    /** How long before its time a meeting can matter to the line, and how long after. */
    private static final Duration MEETING_AHEAD = Duration.ofHours(4);

    private static final Duration MEETING_PAST = Duration.ofHours(1);

    private final Tickets tickets;
    private final DayNumbers numbers;
    private final PointsService points;
    private final StaffingService staffing;
    private final Meetings meetings;

    Lines(Tickets tickets, DayNumbers numbers, PointsService points, StaffingService staffing, Meetings meetings) {
        this.tickets = tickets;
        this.numbers = numbers;
        this.points = points;
        this.staffing = staffing;
        this.meetings = meetings;
    }

    /** A number that waits, with whose alone it is to call; nobody in particular for most. */
    record Waits(Ticket ticket, InLine number, Set<AgentId> only) {
        boolean isFor(AgentId agent) {
            return only.isEmpty() || only.contains(agent);
        }
    }

    /** Since when numbers count at the point: see {@code numbers_since}. */
    Instant since(OrganisationId organisation, PointId point, Instant now) {
        return numbers.since(organisation, point, now);
    }

    /** Those who wait, as the rule sees them, by place. */
    List<Waits> read(OrganisationId organisation, PointId point, Instant since) {
        var line = tickets.line(organisation, point, since);
        var standing = line.stream().anyMatch(one -> one.ticket().towards().isPresent())
                ? staffing.standingAt(organisation, point)
                : List.<Standing>of();
        return line.stream()
                .map(one -> new Waits(
                        one.ticket(),
                        one.number(),
                        one.ticket().towards().map(to -> only(to, standing)).orElse(Set.of())))
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
        var line = tickets.line(organisation, point, since);
        var byId = line.stream().collect(Collectors.toMap(one -> one.number().id(), Tickets.Waiting::ticket));
        return FairOrder.order(line.stream().map(Tickets.Waiting::number).toList(), now).stream()
                .map(one -> Objects.requireNonNull(byId.get(one.id())))
                .toList();
    }

    ServicePoint point(OrganisationId organisation, PointId point) {
        return points.point(organisation, point).orElseThrow(() -> new NoSuchElementException("No such point"));
    }
}
