package fi.tiski.domain.queue;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The walk-in queue. {@link FairOrder} says who is called next, and everything else that speaks of the line goes by the
 * same rule: the list, the place, the wait. Every change is announced under the point's {@link #liveKey} and stands on the
 * case.
 */
@Service
@Transactional
public class QueueService {

    private final Tickets tickets;
    private final TakingNumbers taking;
    private final Calling calling;
    private final ComingBack comingBack;
    private final TakingBack takingBack;
    private final Places places;
    private final Lines lines;
    private final Waits waits;
    private final Promises promises;
    private final Steps steps;
    private final TicketEntries entries;
    private final CasesService cases;
    private final StaffingService staffing;
    private final InstantSource clock;

    QueueService(
            Tickets tickets,
            TakingNumbers taking,
            Calling calling,
            ComingBack comingBack,
            TakingBack takingBack,
            Places places,
            Lines lines,
            Waits waits,
            Promises promises,
            Steps steps,
            TicketEntries entries,
            CasesService cases,
            StaffingService staffing,
            InstantSource clock) {
        this.tickets = tickets;
        this.taking = taking;
        this.calling = calling;
        this.comingBack = comingBack;
        this.takingBack = takingBack;
        this.places = places;
        this.lines = lines;
        this.waits = waits;
        this.promises = promises;
        this.steps = steps;
        this.entries = entries;
        this.cases = cases;
        this.staffing = staffing;
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
        return taking.take(point, press, language, by, continued);
    }

    /** Calls whose turn it is to the agent's counter; or says that somebody comes at an agreed time and is next. */
    public Call callNext(OrganisationId organisation, AgentId agent) {
        return calling.next(organisation, agent);
    }

    /** Calls one that the agent has chosen, out of turn: a person's decision, counted by those whom it overtakes. */
    public Call call(OrganisationId organisation, AgentId agent, TicketId chosen) {
        return calling.chosen(organisation, agent, chosen);
    }

    public TicketChange callAgain(OrganisationId organisation, TicketId id, By by) {
        return calling.again(organisation, id, by);
    }

    /** The customer is at the counter. */
    public TicketChange serve(OrganisationId organisation, TicketId id, By by) {
        var change = move(organisation, id, Step.SERVE, TicketState.SERVING, Optional.empty(), by, TicketState.CALLED);
        if (change instanceof TicketChange.Changed(var ticket)) {
            cases.serve(organisation, ticket.caseId(), by, TicketEntries.facts(ticket));
        }
        return change;
    }

    /**
     * The encounter is over, and the agent has time to write down what was said before anybody else is sent to them.
     * Whether the matter is settled is the case's business.
     */
    public TicketChange done(OrganisationId organisation, TicketId id, By by) {
        var change = move(organisation, id, Step.DONE, TicketState.DONE, Optional.empty(), by, TicketState.SERVING);
        if (change instanceof TicketChange.Changed(var ticket)) {
            cases.get(organisation, ticket.caseId()).topic().ifPresent(topic -> tickets.about(ticket, topic));
            if (by instanceof By.AnAgent(var agent)) {
                staffing.wrapUp(organisation, agent);
            }
        }
        return change;
    }

    public TicketChange noShow(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation,
                id,
                Step.NO_SHOW,
                TicketState.NO_SHOW,
                Optional.of(EntryKind.TICKET_NO_SHOW),
                by,
                TicketState.CALLED);
    }

    /** Back to the same place as before. */
    public TicketChange putBack(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation,
                id,
                Step.PUT_BACK,
                TicketState.WAITING,
                Optional.of(EntryKind.TICKET_PUT_BACK),
                by,
                TicketState.CALLED);
    }

    /** The customer does not wait any longer. */
    public TicketChange leave(OrganisationId organisation, TicketId id, By by) {
        return move(
                organisation,
                id,
                Step.LEAVE,
                TicketState.LEFT,
                Optional.of(EntryKind.TICKET_LEFT),
                by,
                TicketState.WAITING,
                TicketState.CALLED);
    }

    private TicketChange move(
            OrganisationId organisation,
            TicketId id,
            Step step,
            TicketState to,
            Optional<EntryKind> entry,
            By by,
            TicketState... from) {
        var ticket = tickets.lock(organisation, id);
        if (!List.of(from).contains(ticket.state())) {
            return new TicketChange.NotFrom(ticket.state());
        }
        var now = clock.instant();
        steps.remember(ticket, step, by, now);
        var moved = tickets.moved(ticket, to, now);
        entry.ifPresentOrElse(kind -> entries.add(ticket, by, kind), () -> entries.announce(ticket));
        return new TicketChange.Changed(moved);
    }

    /**
     * Passes somebody on to another counter, agent or topic at the same point. They wait again, at the place they had all
     * along, so they are called as soon as whoever they are meant for is free.
     */
    public TicketChange transfer(OrganisationId organisation, TicketId id, Transfer to, By by) {
        var ticket = tickets.lock(organisation, id);
        if (!ticket.state().live()) {
            return new TicketChange.NotFrom(ticket.state());
        }
        steps.remember(ticket, Step.TRANSFER, by, clock.instant());
        var moved = tickets.transferred(ticket, to);
        if (ticket.state() == TicketState.SERVING) {
            cases.putDown(organisation, ticket.caseId());
        }
        entries.add(moved, by, EntryKind.TICKET_TRANSFERRED, facts(to));
        return new TicketChange.Changed(moved);
    }

    private static Map<String, String> facts(Transfer to) {
        return switch (to) {
            case Transfer.ToCounter(var counter, var label) -> Map.of("how", "counter", "counter", label);
            case Transfer.ToTopic(var topic) ->
                Map.of("how", "topic", "topic", topic.value().toString());
            case Transfer.ToAgent agent -> Map.of();
        };
    }

    /**
     * Lets somebody for whom waiting is hard go before others, within the bounds of {@link FairOrder}; or not any more,
     * with an empty reason.
     */
    public TicketChange letAhead(OrganisationId organisation, TicketId id, Optional<LetAhead> reason, By by) {
        var ticket = tickets.lock(organisation, id);
        if (ticket.state() != TicketState.WAITING) {
            return new TicketChange.NotFrom(ticket.state());
        }
        if (ticket.letAhead().equals(reason)) {
            return new TicketChange.Changed(ticket);
        }
        var changed = tickets.letAhead(ticket, reason);
        entries.add(
                changed,
                by,
                EntryKind.TICKET_LET_AHEAD,
                reason.map(its -> Map.of("how", its.tag())).orElse(Map.of()));
        return new TicketChange.Changed(changed);
    }

    /**
     * The customer missed their call and has come back: once, within half an hour. They wait again behind the next two
     * people, or at the end where somebody who has waited long would be passed by.
     */
    public TicketChange comeBack(OrganisationId organisation, TicketId id, By by) {
        return comingBack.comeBack(get(organisation, id), by);
    }

    /** Whether they can still come back to the line without taking a new number. */
    @Transactional(readOnly = true)
    public boolean mayComeBack(Ticket ticket) {
        return comingBack.isPossible(ticket);
    }

    /** Takes the agent's last step back: the number stands where it stood, and the case says so. */
    public Undo undo(OrganisationId organisation, AgentId agent) {
        return takingBack.undo(organisation, agent);
    }

    // ---------- Reading ----------

    /** Where the number stands now. */
    @Transactional(readOnly = true)
    public TicketPlace place(OrganisationId organisation, TicketId id) {
        return places.of(get(organisation, id));
    }

    /**
     * Where the number stands that somebody says they have; empty when nobody was given it at the point lately. Whoever asks
     * is told no more than the board shows.
     */
    @Transactional(readOnly = true)
    public Optional<TicketPlace> byNumber(OrganisationId organisation, PointId point, int number) {
        return tickets.byNumber(organisation, point, number, since(organisation, point))
                .map(places::of);
    }

    /** What somebody who took a number now would wait; empty when nobody serves there just now. */
    @Transactional(readOnly = true)
    public Optional<Wait> waitNow(OrganisationId organisation, PointId point) {
        return waits.at(organisation, point).newcomer().expected();
    }

    /** How often the wait held that people at the point were told since then. */
    @Transactional(readOnly = true)
    public WaitsKept waitsKept(OrganisationId organisation, PointId point, Instant since) {
        return promises.kept(organisation, point, since);
    }

    /** The latest ticket of a case; empty when it never waited in a queue. */
    @Transactional(readOnly = true)
    public Optional<Ticket> ofCase(OrganisationId organisation, CaseId its) {
        return tickets.ofCase(organisation, its);
    }

    /**
     * Whom {@link #callNext} would give each agent who stands at a counter of the point; nothing is changed by asking. One
     * reading for all of them.
     */
    @Transactional(readOnly = true)
    @UntilChanged({"queue", "staffing", "appointments", "case"})
    public Map<AgentId, FairOrder.Next> nextForEach(OrganisationId organisation, PointId point) {
        return calling.nextForEach(organisation, point);
    }

    /** Whom each agent of the organisation has called or serves now; who is with nobody is not in it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("queue")
    public Map<AgentId, Ticket> withEach(OrganisationId organisation) {
        return tickets.withAgents(organisation).stream()
                .collect(Collectors.toUnmodifiableMap(ticket -> ticket.agent().orElseThrow(), Function.identity()));
    }

    /** What each agent could take back now: their last step, of ten minutes at most, when nothing has happened since. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("queue")
    public Map<AgentId, Undo.Possible> undoableByEach(OrganisationId organisation) {
        return takingBack.possibleForEach(organisation);
    }

    @Transactional(readOnly = true)
    public Ticket get(OrganisationId organisation, TicketId id) {
        return tickets.find(organisation, id).orElseThrow(() -> new NoSuchElementException("No such ticket"));
    }

    /** Who waits at a point today, in the order in which they will be called. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged({"queue", "case", "appointments", "staffing"})
    public List<Ticket> waiting(OrganisationId organisation, PointId point) {
        return lines.inOrder(organisation, point, since(organisation, point), clock.instant());
    }

    /** The longest wait that each of these numbers was told when it was taken; none for whom nothing could be said. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    @UntilChanged("queue")
    public Map<TicketId, Duration> longestTold(OrganisationId organisation, Collection<TicketId> tickets) {
        return promises.longest(organisation, tickets);
    }

    @Transactional(readOnly = true)
    public QueueBoard board(OrganisationId organisation, PointId point) {
        return board(organisation, point, Set.of());
    }

    /** @param counters by what is written above them; empty for all of the point */
    public QueueBoard board(OrganisationId organisation, PointId point, Set<String> counters) {
        return tickets.board(organisation, point, counters, since(organisation, point));
    }

    private Instant since(OrganisationId organisation, PointId point) {
        return lines.since(organisation, point, clock.instant());
    }
}
