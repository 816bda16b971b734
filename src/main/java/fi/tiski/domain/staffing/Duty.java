package fi.tiski.domain.staffing;

import fi.tiski.domain.people.AgentId;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.List;

/**
 * An agent's shift, with what is known of it at this moment.
 *
 * @param breaks protected, by their beginning; also those that are over
 * @param availability now; of a shift that is still to come, available
 * @param since when that began
 */
public record Duty(AgentId agent, Span shift, List<Span> breaks, Availability availability, Instant since) {

    public Duty {
        breaks = List.copyOf(breaks);
    }
}
