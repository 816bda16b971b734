package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.Doors;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The walk-in queue. Who came first is called first. Every change is announced under the point's {@link #liveKey} and
 * stands on the case.
 */
@Service
@Transactional
public class QueueService {

    private final Tickets tickets;
    private final AgentTurns turns;
    private final CasesService cases;
    private final PointsService points;
    private final StaffingService staffing;
    private final Live live;
    private final InstantSource clock;

    QueueService(
            Tickets tickets,
            AgentTurns turns,
            CasesService cases,
            PointsService points,
            StaffingService staffing,
            Live live,
            InstantSource clock) {
        this.tickets = tickets;
        this.turns = turns;
        this.cases = cases;
        this.points = points;
        this.staffing = staffing;
        this.live = live;
        this.clock = clock;
    }

    public static LiveKey liveKey(PointId point) {
        return LiveKey.of("queue", point.value());
    }

    /**
     * Takes the next number of the day. Without a case, one is opened: neither name nor topic is needed. A case that
     * already waits at the point keeps the number it has: one person does not wait twice.
     *
     * @param press idempotency key: the same press again gets the same number
     */
    public Take take(ServicePoint point, UUID press, Language language, By by, Optional<CaseId> continued) {
        var organisation = point.organisation();
        var now = clock.instant();
        var day = point.dayOf(now);
        tickets.lockDay(organisation, point.id(), day);
        var before = tickets.byPress(organisation, press);
        if (before.isPresent()) {
            return new Take.Taken(before.get());
        }
        var kept = continued
                .flatMap(its -> tickets.ofCase(organisation, its))
                .filter(ticket -> ticket.state().live() && ticket.point().equals(point.id()));
        if (kept.isPresent()) {
            return new Take.Taken(kept.get());
        }
        if (points.doorsAt(point, now) instanceof Doors.Closed closed) {
            return new Take.PointClosed(closed);
        }
        var caseId = continued.orElseGet(() ->
                cases.open(organisation, language, by, Optional.of(point.id())).id());
        var ticket = tickets.insert(organisation, point.id(), day, caseId, press, now);
        tell(ticket, by, EntryKind.TICKET_TAKEN);
        return new Take.Taken(ticket);
    }

    /** Calls who has waited longest to the agent's counter. */
    public Call callNext(OrganisationId organisation, AgentId agent) {
        return call(
                organisation,
                agent,
                counter -> tickets.lockNext(organisation, counter.point(), today(organisation, counter.point())));
    }

    /** Calls one that the agent has chosen, out of turn. */
    public Call call(OrganisationId organisation, AgentId agent, TicketId chosen) {
        return call(organisation, agent, counter -> tickets.lockWaiting(organisation, chosen));
    }

    private Call call(OrganisationId organisation, AgentId agent, Function<Counter, Optional<Ticket>> choose) {
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
        return choose.apply(counter.get())
                .<Call>map(ticket -> {
                    var called = tickets.called(ticket, agent, counter.get().id(), clock.instant());
                    tell(called, new By.AnAgent(agent), EntryKind.TICKET_CALLED);
                    return new Call.Called(called);
                })
                .orElseGet(Call.NobodyWaiting::new);
    }

    public TicketChange callAgain(OrganisationId organisation, TicketId id, By by) {
        var ticket = tickets.lock(organisation, id);
        if (ticket.state() != TicketState.CALLED) {
            return new TicketChange.NotFrom(ticket.state());
        }
        var again = tickets.calledAgain(ticket, clock.instant());
        tell(again, by, EntryKind.TICKET_CALLED_AGAIN);
        return new TicketChange.Changed(again);
    }

    /** The customer is at the counter. */
    public TicketChange serve(OrganisationId organisation, TicketId id, By by) {
        var change = move(organisation, id, TicketState.SERVING, Optional.empty(), by, TicketState.CALLED);
        if (change instanceof TicketChange.Changed(var ticket)) {
            cases.serve(organisation, ticket.caseId(), by, facts(ticket));
        }
        return change;
    }

    /** The encounter is over; whether the matter is settled is the case's business. */
    public TicketChange done(OrganisationId organisation, TicketId id, By by) {
        return move(organisation, id, TicketState.DONE, Optional.empty(), by, TicketState.SERVING);
    }

    public TicketChange noShow(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation, id, TicketState.NO_SHOW, Optional.of(EntryKind.TICKET_NO_SHOW), by, TicketState.CALLED);
    }

    /** Back to the same place as before. */
    public TicketChange putBack(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation, id, TicketState.WAITING, Optional.of(EntryKind.TICKET_PUT_BACK), by, TicketState.CALLED);
    }

    /** The customer does not wait any longer. */
    public TicketChange leave(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation,
                id,
                TicketState.LEFT,
                Optional.of(EntryKind.TICKET_LEFT),
                by,
                TicketState.WAITING,
                TicketState.CALLED);
    }

    /** Where the number stands now. */
    @Transactional(readOnly = true)
    public TicketPlace place(OrganisationId organisation, TicketId id) {
        var ticket = tickets.find(organisation, id).orElseThrow(() -> new NoSuchElementException("No such ticket"));
        var ahead = ticket.state() == TicketState.WAITING ? tickets.ahead(ticket) : 0;
        var wait = waitBehind(organisation, ticket.point(), ahead);
        return new TicketPlace(ticket, ahead, wait, reached(organisation, ticket.point(), wait));
    }

    /** What somebody who took a number now would wait; empty when nobody serves there just now. */
    @Transactional(readOnly = true)
    public Optional<Wait> waitNow(OrganisationId organisation, PointId point) {
        return waitBehind(organisation, point, tickets.countWaiting(organisation, point, today(organisation, point)));
    }

    /** The latest ticket of a case; empty when it never waited in a queue. */
    @Transactional(readOnly = true)
    public Optional<Ticket> ofCase(OrganisationId organisation, CaseId its) {
        return tickets.ofCase(organisation, its);
    }

    /** Whom the agent has called or serves now. */
    @Transactional(readOnly = true)
    public Optional<Ticket> with(OrganisationId organisation, AgentId agent) {
        return tickets.with(organisation, agent);
    }

    /** Who waits at a point today, in the order in which they will be called. */
    @Transactional(readOnly = true)
    public List<Ticket> waiting(OrganisationId organisation, PointId point) {
        return tickets.waiting(organisation, point, today(organisation, point));
    }

    @Transactional(readOnly = true)
    public QueueBoard board(OrganisationId organisation, PointId point) {
        return tickets.board(organisation, point, today(organisation, point));
    }

    private TicketChange move(
            OrganisationId organisation,
            TicketId id,
            TicketState to,
            Optional<EntryKind> entry,
            By by,
            TicketState... from) {
        var ticket = tickets.lock(organisation, id);
        if (!List.of(from).contains(ticket.state())) {
            return new TicketChange.NotFrom(ticket.state());
        }
        var moved = tickets.moved(ticket, to, clock.instant());
        entry.ifPresentOrElse(kind -> tell(ticket, by, kind), () -> live.changed(liveKey(ticket.point())));
        return new TicketChange.Changed(moved);
    }

    private Optional<Wait> waitBehind(OrganisationId organisation, PointId point, int ahead) {
        var agents = staffing.agentsHere(organisation, point, clock.instant());
        return agents == 0
                ? Optional.empty()
                : Optional.of(Wait.estimate(ahead, agents, tickets.typicalService(organisation, point)));
    }

    private boolean reached(OrganisationId organisation, PointId point, Optional<Wait> wait) {
        var now = clock.instant();
        return switch (points.doorsAt(theirs(organisation, point), now)) {
            case Doors.Closed closed -> false;
            case Doors.Open(Instant closes) ->
                wait.map(range -> !now.plus(range.atMost()).isAfter(closes)).orElse(true);
        };
    }

    private LocalDate today(OrganisationId organisation, PointId point) {
        return theirs(organisation, point).dayOf(clock.instant());
    }

    private ServicePoint theirs(OrganisationId organisation, PointId point) {
        return points.point(organisation, point).orElseThrow(() -> new NoSuchElementException("No such point"));
    }

    private void tell(Ticket ticket, By by, EntryKind kind) {
        cases.add(ticket.organisation(), ticket.caseId(), by, kind, facts(ticket), Optional.empty());
        live.changed(liveKey(ticket.point()));
    }

    private static Map<String, String> facts(Ticket ticket) {
        var number = Integer.toString(ticket.number());
        return ticket.counterLabel()
                .map(counter -> Map.of("number", number, "counter", counter))
                .orElseGet(() -> Map.of("number", number));
    }
}
