package fi.tiski.domain.staffing;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty. Changes are announced under {@link #liveKey}. */
@Service
@Transactional
public class StaffingService {

    private final Shifts shifts;
    private final Live live;
    private final InstantSource clock;

    StaffingService(Shifts shifts, Live live, InstantSource clock) {
        this.shifts = shifts;
        this.live = live;
        this.clock = clock;
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
    public Optional<Shift> shiftAt(OrganisationId organisation, AgentId agent, Instant at) {
        return shifts.of(organisation, agent, at);
    }

    /** Every shift that touches the span, by its beginning. */
    @Transactional(readOnly = true)
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
    public Optional<Counter> counterOf(OrganisationId organisation, AgentId agent) {
        return shifts.counterOf(organisation, agent);
    }
}
