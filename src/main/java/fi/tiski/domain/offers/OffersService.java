package fi.tiski.domain.offers;

import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.meetings.MeetingsService;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.FairOrder;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketId;
import fi.tiski.domain.staffing.AgentState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.domain.staffing.ServingMode;
import fi.tiski.domain.staffing.Shift;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who waits is brought before one agent at a time: somebody who is available, sits at an open desk and is in the middle of
 * nothing. Who does not answer within {@code tiski.offer-time} (45 seconds) lets it go on to whoever has let it go by least
 * often, and among those to whoever has been free longest. An offer keeps nobody from anything: a number can be called and a
 * case taken by anybody who may.
 */
@Service
@Transactional
public class OffersService {

    /** Three signs of life of a desk, which come every 15 seconds. */
    private static final Duration AT_DESK = Duration.ofSeconds(45);

    private static final Duration LONGEST_MEETING = Duration.ofHours(4);

    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    private final Offers offers;
    private final StaffingService staffing;
    private final QueueService queue;
    private final CallBacksService callBacks;
    private final AppointmentsService appointments;
    private final HandoversService handovers;
    private final MeetingsService meetings;
    private final Live live;
    private final InstantSource clock;
    private final Duration time;

    OffersService(
            Offers offers,
            StaffingService staffing,
            QueueService queue,
            CallBacksService callBacks,
            AppointmentsService appointments,
            HandoversService handovers,
            MeetingsService meetings,
            Live live,
            InstantSource clock,
            @Value("${tiski.offer-time:45s}") Duration time) {
        this.offers = offers;
        this.staffing = staffing;
        this.queue = queue;
        this.callBacks = callBacks;
        this.appointments = appointments;
        this.handovers = handovers;
        this.meetings = meetings;
        this.live = live;
        this.clock = clock;
        this.time = time;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("offers", organisation.value());
    }

    /** An agent who is free, and since when. */
    private record Free(AgentId agent, Instant since) {}

    private record Subject(Offer.Kind kind, UUID id, CaseId its, Instant due) {}

    /** The agent's desk is open: they can be asked. */
    public void seen(OrganisationId organisation, AgentId agent) {
        offers.seen(organisation, agent, clock.instant());
    }

    /** What is brought before the agent just now. */
    @Transactional(readOnly = true)
    @UntilChanged("offers")
    public Optional<Offer> mine(OrganisationId organisation, AgentId agent) {
        return offers.of(organisation, agent, clock.instant());
    }

    /** Not now: it goes on to the next. Nothing happens to one that is not open any more. */
    public void pass(OrganisationId organisation, AgentId agent, UUID offer) {
        if (offers.pass(organisation, agent, offer)) {
            live.changed(liveKey(organisation));
        }
    }

    /**
     * Lets go on what nobody answered, ends what is not waiting any more, and brings what waits before who is free. Any
     * process may do this at any time: one does it, the others find it done.
     */
    public void goOn(OrganisationId organisation) {
        if (!offers.takeTurn(organisation)) {
            return;
        }
        var now = clock.instant();
        var free = free(organisation, now);
        var waiting = waiting(organisation, free, now);
        var changed = offers.passLapsed(organisation, now)
                + offers.endAllBut(
                        organisation,
                        waiting.keySet().stream().map(Subject::id).toList(),
                        free.stream().map(Free::agent).toList());
        var open = offers.openSubjects(organisation);
        var asked = offers.agentsAsked(organisation);
        for (var one : waiting.entrySet()) {
            var subject = one.getKey();
            if (open.contains(subject.id())) {
                continue;
            }
            var passed = offers.passedBy(organisation, subject.id());
            var next = one.getValue().stream()
                    .filter(agent -> !asked.contains(agent.agent()))
                    .min(Comparator.comparing((Free agent) -> passed.getOrDefault(agent.agent(), 0))
                            .thenComparing(Free::since)
                            .thenComparing(agent -> agent.agent().value()));
            if (next.isPresent()
                    && offers.insert(
                            organisation,
                            subject.kind(),
                            subject.id(),
                            subject.its(),
                            next.get().agent(),
                            now,
                            now.plus(time))) {
                asked.add(next.get().agent());
                changed++;
            }
        }
        if (changed > 0) {
            live.changed(liveKey(organisation));
        }
    }

    private List<Free> free(OrganisationId organisation, Instant now) {
        var atTheirDesks = offers.atTheirDesks(organisation, now.minus(AT_DESK));
        if (atTheirDesks.isEmpty()) {
            return List.of();
        }
        var meeting =
                appointments
                        .live(organisation, new Span(now.minus(LONGEST_MEETING), now.plus(LONGEST_MEETING)))
                        .stream()
                        .filter(one -> one.state() == AppointmentState.SERVING)
                        .map(one -> one.agent())
                        .collect(Collectors.toSet());
        var serving = queue.withEach(organisation).keySet();
        var calling = callBacks.withEach(organisation).keySet();
        var byVideo = meetings.withEach(organisation).keySet();
        var free = new ArrayList<Free>();
        var states = staffing.states(organisation);
        for (var agent : atTheirDesks) {
            // Neither on shift nor ever heard of: there, because the desk is open.
            var state = states.getOrDefault(agent, new AgentState(Availability.AVAILABLE, now, Optional.empty()));
            if (state.availability() == Availability.AVAILABLE
                    && !meeting.contains(agent)
                    && !serving.contains(agent)
                    && !calling.contains(agent)
                    && !byVideo.contains(agent)) {
                free.add(new Free(agent, state.since()));
            }
        }
        return free;
    }

    /** Whose moment has come, the first first, each with who could take it. */
    private Map<Subject, List<Free>> waiting(OrganisationId organisation, List<Free> free, Instant now) {
        var all = new LinkedHashMap<Subject, List<Free>>();
        numbers(organisation, free, all);
        if (handovers.anyOffered(organisation)) {
            for (var agent : free) {
                handovers
                        .offeredTo(organisation, agent.agent())
                        .forEach(one -> add(
                                all,
                                new Subject(Offer.Kind.HANDOVER, one.id().value(), one.caseId(), one.offeredAt()),
                                agent));
            }
        }
        videos(organisation, free, now, all);
        var due = callBacks.waiting(organisation).stream()
                .filter(call -> !call.promised().from().isAfter(now))
                .toList();
        var callers = due.isEmpty() ? List.<Free>of() : callers(organisation, free, now);
        due.stream()
                .map(call -> new Subject(
                        Offer.Kind.CALL,
                        call.id().value(),
                        call.caseId(),
                        call.promised().from()))
                .forEach(subject -> callers.forEach(agent -> add(all, subject, agent)));
        return all.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<Subject, List<Free>> one) -> one.getKey().due()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private void numbers(OrganisationId organisation, List<Free> free, Map<Subject, List<Free>> all) {
        var standing = staffing.standing(organisation);
        var next = free.stream()
                .flatMap(agent -> Optional.ofNullable(standing.get(agent.agent())).stream())
                .distinct()
                .flatMap(point -> queue.nextForEach(organisation, point).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var subjects = new HashMap<TicketId, Subject>();
        for (var agent : free) {
            // Who has agreed on a time with an agent is theirs; nobody else is asked.
            if (next.get(agent.agent()) instanceof FairOrder.Next.Number(var number)) {
                add(all, subjects.computeIfAbsent(number.id(), id -> subject(queue.get(organisation, id))), agent);
            }
        }
    }

    /** Only whoever is on shift for it has a camera. */
    private void videos(OrganisationId organisation, List<Free> free, Instant now, Map<Subject, List<Free>> all) {
        var waiting = meetings.waiting(organisation);
        if (waiting.isEmpty()) {
            return;
        }
        var serving = onShiftFor(organisation, ServingMode.VIDEO, now);
        waiting.stream()
                .map(one -> new Subject(Offer.Kind.VIDEO, one.id().value(), one.caseId(), one.askedAt()))
                .forEach(subject -> free.stream()
                        .filter(agent -> serving.contains(agent.agent()))
                        .forEach(agent -> add(all, subject, agent)));
    }

    private Set<AgentId> onShiftFor(OrganisationId organisation, ServingMode mode, Instant now) {
        return staffing.shifts(organisation, Span.of(now, MOMENT)).stream()
                .filter(shift -> shift.modes().contains(mode))
                .map(Shift::agent)
                .collect(Collectors.toSet());
    }

    private static Subject subject(Ticket ticket) {
        return new Subject(Offer.Kind.NUMBER, ticket.id().value(), ticket.caseId(), ticket.takenAt());
    }

    /** Whoever is on shift for calls; when none of those is free, anybody. */
    private List<Free> callers(OrganisationId organisation, List<Free> free, Instant now) {
        var forCalls = onShiftFor(organisation, ServingMode.CALL_BACK, now);
        var onShift =
                free.stream().filter(one -> forCalls.contains(one.agent())).toList();
        return onShift.isEmpty() ? free : onShift;
    }

    private static void add(Map<Subject, List<Free>> all, Subject subject, Free agent) {
        all.computeIfAbsent(subject, fresh -> new ArrayList<>()).add(agent);
    }
}
