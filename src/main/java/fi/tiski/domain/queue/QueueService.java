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
import fi.tiski.domain.staffing.Beginning;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.domain.staffing.Standing;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

    /** So long after a step it can be taken back: a slip is noticed at once. */
    private static final Duration UNDO_WITHIN = Duration.ofMinutes(10);

    /** So long after a missed call somebody can come back to the line. */
    private static final Duration COME_BACK_WITHIN = Duration.ofMinutes(30);

    /** Behind so many of those who wait then. */
    private static final int COME_BACK_BEHIND = 2;

    private static final Comparator<Ticket> BY_PLACE = Comparator.comparing(Ticket::place)
            .thenComparing(ticket -> ticket.id().value());

    private final Tickets tickets;
    private final Lines lines;
    private final Waits waits;
    private final Promises promises;
    private final AgentTurns turns;
    private final CasesService cases;
    private final PointsService points;
    private final StaffingService staffing;
    private final Live live;
    private final InstantSource clock;

    QueueService(
            Tickets tickets,
            Lines lines,
            Waits waits,
            Promises promises,
            AgentTurns turns,
            CasesService cases,
            PointsService points,
            StaffingService staffing,
            Live live,
            InstantSource clock) {
        this.tickets = tickets;
        this.lines = lines;
        this.waits = waits;
        this.promises = promises;
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
        promise(ticket);
        tell(ticket, by, EntryKind.TICKET_TAKEN);
        return new Take.Taken(ticket);
    }

    /** What is said now about the wait is kept, to be held against what happens. */
    private void promise(Ticket ticket) {
        var place = place(ticket);
        place.expected().ifPresent(wait -> promises.make(ticket, place.ahead(), wait));
    }

    /** Calls whose turn it is to the agent's counter; or says that somebody comes at an agreed time and is next. */
    public Call callNext(OrganisationId organisation, AgentId agent) {
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

    /** Calls one that the agent has chosen, out of turn: a person's decision, counted by those whom it overtakes. */
    public Call call(OrganisationId organisation, AgentId agent, TicketId chosen) {
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
        tickets.remember(waiting, Step.CALL, agent, now);
        var called = tickets.called(waiting, agent, counter.id(), now);
        promises.called(called, now);
        tell(called, new By.AnAgent(agent), EntryKind.TICKET_CALLED);
        return new Call.Called(called);
    }

    public TicketChange callAgain(OrganisationId organisation, TicketId id, By by) {
        var ticket = tickets.lock(organisation, id);
        if (ticket.state() != TicketState.CALLED) {
            return new TicketChange.NotFrom(ticket.state());
        }
        var again = tickets.calledAgain(ticket, clock.instant());
        tickets.forgetStep(ticket);
        tell(again, by, EntryKind.TICKET_CALLED_AGAIN);
        return new TicketChange.Changed(again);
    }

    /** The customer is at the counter. */
    public TicketChange serve(OrganisationId organisation, TicketId id, By by) {
        var change = move(organisation, id, Step.SERVE, TicketState.SERVING, Optional.empty(), by, TicketState.CALLED);
        if (change instanceof TicketChange.Changed(var ticket)) {
            cases.serve(organisation, ticket.caseId(), by, facts(ticket));
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

    /**
     * Passes somebody on to another counter, agent or topic at the same point. They wait again, at the place they had all
     * along, so they are called as soon as whoever they are meant for is free.
     */
    public TicketChange transfer(OrganisationId organisation, TicketId id, Transfer to, By by) {
        var ticket = tickets.lock(organisation, id);
        if (!ticket.state().live()) {
            return new TicketChange.NotFrom(ticket.state());
        }
        remember(ticket, Step.TRANSFER, by);
        var moved = tickets.transferred(ticket, to);
        if (ticket.state() == TicketState.SERVING) {
            cases.putDown(organisation, ticket.caseId());
        }
        tell(moved, by, EntryKind.TICKET_TRANSFERRED, facts(moved, to));
        return new TicketChange.Changed(moved);
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
        var facts = new HashMap<>(facts(changed));
        reason.ifPresent(its -> facts.put("how", its.tag()));
        tell(changed, by, EntryKind.TICKET_LET_AHEAD, facts);
        return new TicketChange.Changed(changed);
    }

    /**
     * The customer missed their call and has come back: once, within half an hour. They wait again behind the next two
     * people, or at the end where somebody who has waited long would be passed by.
     */
    public TicketChange comeBack(OrganisationId organisation, TicketId id, By by) {
        var ticket = tickets.find(organisation, id).orElseThrow(() -> new NoSuchElementException("No such ticket"));
        tickets.lockLine(organisation, ticket.point());
        var missed = tickets.lock(organisation, id);
        if (!mayComeBack(missed)) {
            return new TicketChange.NotFrom(missed.state());
        }
        var now = clock.instant();
        var line = lines.read(organisation, ticket.point(), lines.since(organisation, ticket.point(), now));
        var back = tickets.cameBack(
                missed,
                FairOrder.placeBehind(
                        COME_BACK_BEHIND, line.stream().map(Lines.Waits::number).toList(), now));
        tickets.forgetStep(back);
        tell(back, by, EntryKind.TICKET_CAME_BACK);
        return new TicketChange.Changed(back);
    }

    /** Whether they can still come back to the line without taking a new number. */
    @Transactional(readOnly = true)
    public boolean mayComeBack(Ticket ticket) {
        var now = clock.instant();
        return ticket.canComeBack()
                && ticket.calledAt()
                        .filter(called -> now.isBefore(called.plus(COME_BACK_WITHIN)))
                        .isPresent()
                && points.doorsAt(lines.point(ticket.organisation(), ticket.point()), now) instanceof Doors.Open
                && !tickets.isLive(ticket.organisation(), ticket.point(), ticket.number());
    }

    // ---------- Taking a step back ----------

    /** Takes the agent's last step back: the number stands where it stood, and the case says so. */
    public Undo undo(OrganisationId organisation, AgentId agent) {
        turns.take(organisation, agent);
        var taken = lastStep(organisation, agent);
        if (taken.isEmpty()) {
            return new Undo.NotAnyMore();
        }
        var before = tickets.lock(organisation, taken.get().ticket());
        // Somebody may have moved it while this waited for the row.
        if (!lastStep(organisation, agent).equals(taken) || isGivenAnew(before)) {
            return new Undo.NotAnyMore();
        }
        var by = new By.AnAgent(agent);
        var ticket = tickets.undone(before, taken.get());
        switch (taken.get().step()) {
            case CALL -> promises.notCalled(ticket);
            case SERVE -> cases.putDown(organisation, ticket.caseId());
            case DONE -> cases.takeUp(organisation, ticket.caseId(), by);
            case NO_SHOW, PUT_BACK, LEAVE, TRANSFER -> {}
        }
        tell(ticket, by, EntryKind.TICKET_UNDONE);
        return new Undo.Undone(ticket, taken.get().step());
    }

    /** After midnight its number can be somebody else's. */
    private boolean isGivenAnew(Ticket ended) {
        return !ended.state().live() && tickets.isLive(ended.organisation(), ended.point(), ended.number());
    }

    private Optional<Tickets.Taken> lastStep(OrganisationId organisation, AgentId agent) {
        var latest = tickets.latestStep(organisation, agent, clock.instant().minus(UNDO_WITHIN));
        var current = tickets.with(organisation, agent);
        return latest.filter(taken -> current.isEmpty() || current.get().id().equals(taken.ticket()));
    }

    private void remember(Ticket before, Step step, By by) {
        if (by instanceof By.AnAgent(var agent)) {
            tickets.remember(before, step, agent, clock.instant());
        } else {
            tickets.forgetStep(before);
        }
    }

    // ---------- Leaving by rule ----------

    /**
     * Ends what nobody stays for: who was called {@code calls} times and has not come for {@code patience} after the last,
     * and who still waits {@code afterClosing} after the doors have closed, or since yesterday. In all organisations.
     *
     * @return how many left
     */
    public int endUnattended(int calls, Duration patience, Duration afterClosing) {
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
        tickets.forgetStep(ticket);
        tickets.byRule(ticket);
        tell(tickets.moved(ticket, to, clock.instant()), new By.TheSystem(), kind);
        return true;
    }

    // ---------- Reading ----------

    /** Where the number stands now. */
    @Transactional(readOnly = true)
    public TicketPlace place(OrganisationId organisation, TicketId id) {
        return place(get(organisation, id));
    }

    /**
     * Where the number stands that somebody says they have; empty when nobody was given it at the point lately. Whoever asks
     * is told no more than the board shows.
     */
    @Transactional(readOnly = true)
    public Optional<TicketPlace> byNumber(OrganisationId organisation, PointId point, int number) {
        return tickets.byNumber(organisation, point, number, since(organisation, point))
                .map(this::place);
    }

    private TicketPlace place(Ticket ticket) {
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
        var since = since(ticket.organisation(), ticket.point());
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
        var now = clock.instant();
        var standing = staffing.standingAt(organisation, point).stream()
                .map(Standing::agent)
                .collect(Collectors.toSet());
        var line = lines.read(organisation, point, since(organisation, point));
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
        return tickets.latestSteps(organisation, clock.instant().minus(UNDO_WITHIN));
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
        return tickets.board(organisation, point, since(organisation, point));
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
        remember(ticket, step, by);
        var moved = tickets.moved(ticket, to, clock.instant());
        entry.ifPresentOrElse(kind -> tell(ticket, by, kind), () -> live.changed(liveKey(ticket.point())));
        return new TicketChange.Changed(moved);
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

    private Instant since(OrganisationId organisation, PointId point) {
        return lines.since(organisation, point, clock.instant());
    }

    private void tell(Ticket ticket, By by, EntryKind kind) {
        tell(ticket, by, kind, facts(ticket));
    }

    private void tell(Ticket ticket, By by, EntryKind kind, Map<String, String> facts) {
        cases.add(ticket.organisation(), ticket.caseId(), by, kind, facts, Optional.empty());
        live.changed(liveKey(ticket.point()));
    }

    private static Map<String, String> facts(Ticket ticket) {
        var facts = new HashMap<String, String>();
        facts.put("number", Integer.toString(ticket.number()));
        ticket.counterLabel().ifPresent(counter -> facts.put("counter", counter));
        return facts;
    }

    private static Map<String, String> facts(Ticket ticket, Transfer to) {
        var facts = new HashMap<>(facts(ticket));
        switch (to) {
            case Transfer.ToCounter(var counter, var label) -> {
                facts.put("how", "counter");
                facts.put("counter", label);
            }
            case Transfer.ToTopic(var topic) -> {
                facts.put("how", "topic");
                facts.put("topic", topic.value().toString());
            }
            case Transfer.ToAgent agent -> {}
        }
        return facts;
    }
}
