package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls a number to the agent's counter: whose turn it is, or one that the agent has chosen. */
@Component
class Calling {

    private final Tickets tickets;
    private final Lines lines;
    private final Steps steps;
    private final TicketEntries entries;
    private final Promises promises;
    private final AgentTurns turns;
    private final StaffingService staffing;
    private final InstantSource clock;

    Calling(
            Tickets tickets,
            Lines lines,
            Steps steps,
            TicketEntries entries,
            Promises promises,
            AgentTurns turns,
            StaffingService staffing,
            InstantSource clock) {
        this.tickets = tickets;
        this.lines = lines;
        this.steps = steps;
        this.entries = entries;
        this.promises = promises;
        this.turns = turns;
        this.staffing = staffing;
        this.clock = clock;
    }

    Call next(OrganisationId organisation, AgentId agent) {
        return call(organisation, agent, counter -> nextAt(organisation, agent, counter.point()));
    }

    private Call nextAt(OrganisationId organisation, AgentId agent, PointId point) {
        tickets.lockLine(organisation, point);
        var now = clock.instant();
        var line = callable(organisation, agent, point, now);
        var meetings = lines.meetings(organisation, point, Set.of(agent), now);
        while (true) {
            switch (FairOrder.next(agent, line, meetings, now)) {
                case FairOrder.Next.Number(var number) -> {
                    var ticket = tickets.lockWaiting(organisation, number.id());
                    if (ticket.isPresent()) {
                        return new Call.Called(ticket.get());
                    }
                    // Leaving at this very moment.
                    line.remove(number);
                }
                case FairOrder.Next.Meet(var meeting) -> {
                    return new Call.Meet(meeting);
                }
                case FairOrder.Next.Nobody() -> {
                    return new Call.NobodyWaiting();
                }
            }
        }
    }

    private List<InLine> callable(OrganisationId organisation, AgentId agent, PointId point, Instant now) {
        var line = new ArrayList<InLine>();
        lines.read(organisation, point, lines.since(organisation, point, now)).stream()
                .filter(one -> one.isFor(agent))
                .map(Lines.Waits::number)
                .forEach(line::add);
        return line;
    }

    Map<AgentId, FairOrder.Next> nextForEach(OrganisationId organisation, PointId point) {
        var now = clock.instant();
        var standing = staffing.standingAt(organisation, point).stream()
                .map(Standing::agent)
                .collect(Collectors.toSet());
        var line = lines.read(organisation, point, lines.since(organisation, point, now));
        var there = lines.meetings(organisation, point, Set.of(), now);
        var theirs = lines.meetings(organisation, point, standing, now);
        return standing.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        agent -> FairOrder.next(
                                agent,
                                line.stream()
                                        .filter(one -> one.isFor(agent))
                                        .map(Lines.Waits::number)
                                        .toList(),
                                theirs.stream()
                                        .filter(one -> one.agent().equals(agent) || there.contains(one))
                                        .toList(),
                                now)));
    }

    Call chosen(OrganisationId organisation, AgentId agent, TicketId chosen) {
        return call(organisation, agent, counter -> {
            tickets.lockLine(organisation, counter.point());
            return tickets.lockWaiting(organisation, chosen)
                    .<Call>map(Call.Called::new)
                    .orElseGet(Call.NobodyWaiting::new);
        });
    }

    private Call call(OrganisationId organisation, AgentId agent, Function<Counter, Call> choose) {
        var counter = staffing.counterOf(organisation, agent);
        if (counter.isEmpty()) {
            return new Call.NoCounter();
        }
        // The agent's two impatient presses must not call two people: the second waits here and finds the first's.
        turns.take(organisation, agent);
        var current = tickets.with(organisation, agent);
        if (current.isPresent()) {
            return new Call.StillWith(current.get());
        }
        var choice = choose.apply(counter.get());
        if (!(choice instanceof Call.Called(var ticket))) {
            return choice;
        }
        return switch (staffing.begin(organisation, agent)) {
            case Beginning.Begun() -> called(ticket, agent, counter.get());
            case Beginning.OnBreak(var until) -> new Call.OnBreak(until);
        };
    }

    private Call called(Ticket waiting, AgentId agent, Counter counter) {
        var now = clock.instant();
        var by = new By.AnAgent(agent);
        steps.remember(waiting, Step.CALL, by, now);
        var called = tickets.called(waiting, agent, counter.id(), now);
        promises.called(called, now);
        entries.add(called, by, EntryKind.TICKET_CALLED);
        return new Call.Called(called);
    }

    TicketChange again(OrganisationId organisation, TicketId id, By by) {
        var ticket = tickets.lock(organisation, id);
        if (ticket.state() != TicketState.CALLED) {
            return new TicketChange.NotFrom(ticket.state());
        }
        var again = tickets.calledAgain(ticket, clock.instant());
        steps.forget(ticket);
        entries.add(again, by, EntryKind.TICKET_CALLED_AGAIN);
        return new TicketChange.Changed(again);
    }
}
