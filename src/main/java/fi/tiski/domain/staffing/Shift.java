package fi.tiski.domain.staffing;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.time.Span;
import java.util.Optional;
import java.util.Set;

/** When, where and in which modes an agent serves. Without a point they work remotely. */
public record Shift(AgentId agent, Optional<PointId> point, Span during, Set<ServingMode> modes) {

    public Shift {
        modes = Set.copyOf(modes);
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("A shift in no mode");
        }
        if (point.isEmpty() && (modes.contains(ServingMode.HERE) || modes.contains(ServingMode.IN_PERSON))) {
            throw new IllegalArgumentException("Meeting people takes a point");
        }
    }
}
