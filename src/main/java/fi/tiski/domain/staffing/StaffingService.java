package fi.tiski.domain.staffing;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty. Changes are announced under {@link #liveKey}. */
@Service
@Transactional
public class StaffingService {

    /** Less is no break: it is offered to nobody. */
    private static final Duration SHORTEST_BREAK = Duration.ofMinutes(5);

    private final Shifts shifts;
    private final Duties duties;
    private final Live live;
    private final InstantSource clock;
    private final Duration wrapUp;

    StaffingService(
            Shifts shifts,
            Duties duties,
            Live live,
            InstantSource clock,
            @Value("${tiski.wrap-up:2m}") Duration wrapUp) {
        this.shifts = shifts;
        this.duties = duties;
        this.live = live;
        this.clock = clock;
        this.wrapUp = wrapUp;
    }

    public static LiveKey liveKey(OrganisationId organisation) {
        return LiveKey.of("staffing", organisation.value());
    }

    /** False when the agent already has a shift at any part of that time: the database refuses two at once. */
    public boolean addShift(OrganisationId organisation, Shift shift) {
        var added = shifts.insert(organisation, shift);
        if (added) {
            live.changed(liveKey(organisation));
        }
        return added;
    }

    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public Optional<Shift> shiftAt(OrganisationId organisation, AgentId agent, Instant at) {
        return shifts.of(organisation, agent, at);
    }

    /** Every shift that touches the span, by its beginning. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public List<Shift> shifts(OrganisationId organisation, Span span) {
        return shifts.overlapping(organisation, span);
    }

    /** How many agents are on shift for walk-in numbers at the point at that moment. */
    @Transactional(readOnly = true)
    public int agentsHere(OrganisationId organisation, PointId point, Instant at) {
        return shifts.count(organisation, Optional.of(point), ServingMode.HERE, at);
    }

    /** How many agents, anywhere, are on shift in a mode at that moment. */
    @Transactional(readOnly = true)
    public int agentsIn(OrganisationId organisation, ServingMode mode, Instant at) {
        return shifts.count(organisation, Optional.empty(), mode, at);
    }

    /** Shifts for walk-in numbers at the point that touch the window, by their beginning, each with how it stands now. */
    @Transactional(readOnly = true)
    public List<Duty> dutiesHere(OrganisationId organisation, PointId point, Span window) {
        return duties.in(organisation, Optional.of(point), ServingMode.HERE, window, clock.instant());
    }

    /** As {@link #dutiesHere}, of shifts in that mode, wherever the agent serves from. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public List<Duty> dutiesIn(OrganisationId organisation, ServingMode mode, Span window) {
        return duties.in(organisation, Optional.empty(), mode, window, clock.instant());
    }

    /** How things stand with the agent now. Who never said anything is available. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public AgentState state(OrganisationId organisation, AgentId agent) {
        var now = clock.instant();
        var shift = shifts.of(organisation, agent, now).map(Shift::during);
        return AgentState.at(
                now,
                shift,
                shift.map(span -> duties.breaks(organisation, agent, span)).orElse(List.of()),
                duties.said(organisation, agent));
    }

    /** As {@link #state}, of everybody who is on shift now or ever said how things stand with them. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public Map<AgentId, AgentState> states(OrganisationId organisation) {
        return duties.states(organisation, clock.instant());
    }

    /**
     * Plans a protected break. False when it is not within one shift of the agent, meets another break, or an
     * appointment is given in it already.
     */
    public boolean addBreak(OrganisationId organisation, AgentId agent, Span during) {
        var added = duties.addBreak(organisation, agent, during, true);
        if (added) {
            live.changed(liveKey(organisation));
        }
        return added;
    }

    /** The agent's protected breaks that touch the window, by their beginning; also those that are over. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public List<Span> breaks(OrganisationId organisation, AgentId agent, Span window) {
        return duties.breaks(organisation, agent, window);
    }

    /**
     * A break from now on, as protected as a planned one. It ends where a meeting, a planned break or the end of the
     * shift comes first; who is on a break already stays on that one.
     */
    public BreakTaken takeBreak(OrganisationId organisation, AgentId agent, Duration length) {
        var now = clock.instant();
        var shift = shifts.of(organisation, agent, now);
        if (shift.isEmpty()) {
            return new BreakTaken.NotOnShift();
        }
        var wanted = Span.of(now, length);
        var planned = duties.breaks(organisation, agent, wanted);
        var on = planned.stream().filter(span -> span.contains(now)).findFirst();
        if (on.isPresent()) {
            return new BreakTaken.OnBreak(on.get());
        }
        var meeting = duties.nextAppointment(organisation, agent, wanted);
        if (meeting.filter(starts -> starts.isBefore(now.plus(SHORTEST_BREAK))).isPresent()) {
            return new BreakTaken.MeetingSoon(meeting.get());
        }
        var end = Stream.of(
                        Stream.of(wanted.until(), shift.get().during().until()),
                        meeting.stream(),
                        planned.stream().map(Span::from))
                .flatMap(Function.identity())
                .min(Instant::compareTo)
                .orElseThrow();
        var taken = new Span(now, end);
        if (!duties.addBreak(organisation, agent, taken, false)) {
            // Booked at this very moment: then the meeting has the time.
            return new BreakTaken.MeetingSoon(
                    duties.nextAppointment(organisation, agent, wanted).orElse(now));
        }
        say(organisation, agent, Availability.AVAILABLE, Optional.empty());
        return new BreakTaken.OnBreak(taken);
    }

    /**
     * An encounter begins, in whichever way it is held: who begins with somebody has written down what the last one wanted,
     * and is back. On a break of their own they begin with nobody before they say that they are back.
     */
    public Beginning begin(OrganisationId organisation, AgentId agent) {
        var now = state(organisation, agent);
        return switch (now.availability()) {
            case BREAK -> new Beginning.OnBreak(now.until().orElseThrow());
            case WRAP_UP, AWAY -> {
                say(organisation, agent, Availability.AVAILABLE, Optional.empty());
                yield new Beginning.Begun();
            }
            case AVAILABLE -> new Beginning.Begun();
        };
    }

    /**
     * An encounter is over: time to write down what was said, until the agent is ready or it ends by itself
     * ({@code tiski.wrap-up}, two minutes). Who is away stays away.
     */
    public void wrapUp(OrganisationId organisation, AgentId agent) {
        var away = duties.said(organisation, agent)
                .filter(said -> said.availability() == Availability.AWAY)
                .isPresent();
        if (!away && wrapUp.isPositive()) {
            say(
                    organisation,
                    agent,
                    Availability.WRAP_UP,
                    Optional.of(clock.instant().plus(wrapUp)));
        }
    }

    /** Ready for whoever comes next: time to write down, a break and being away all end. */
    public void available(OrganisationId organisation, AgentId agent) {
        duties.endBreak(organisation, agent, clock.instant());
        say(organisation, agent, Availability.AVAILABLE, Optional.empty());
    }

    /** Not at the desk, until {@link #available}. */
    public void goAway(OrganisationId organisation, AgentId agent) {
        say(organisation, agent, Availability.AWAY, Optional.empty());
    }

    private void say(OrganisationId organisation, AgentId agent, Availability availability, Optional<Instant> until) {
        duties.say(organisation, agent, new AgentState.Said(availability, clock.instant(), until));
        live.changed(liveKey(organisation));
    }

    /** Takes a counter that is free, leaving the one before. */
    public Stand stand(OrganisationId organisation, AgentId agent, Counter counter) {
        var there = shifts.standAt(organisation, agent, counter.id(), clock.instant());
        live.changed(liveKey(organisation));
        return there.<Stand>map(Stand.TakenBy::new).orElseGet(() -> new Stand.At(counter));
    }

    public void leaveCounter(OrganisationId organisation, AgentId agent) {
        shifts.leaveCounter(organisation, agent);
        live.changed(liveKey(organisation));
    }

    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public Optional<Counter> counterOf(OrganisationId organisation, AgentId agent) {
        return shifts.counterOf(organisation, agent);
    }

    /** At which point each agent stands at a counter now. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public Map<AgentId, PointId> standing(OrganisationId organisation) {
        return shifts.standing(organisation);
    }

    /** Who stands at a counter of the point now. */
    @Transactional(readOnly = true)
    public List<Standing> standingAt(OrganisationId organisation, PointId point) {
        return shifts.standingAt(organisation, point);
    }
}
