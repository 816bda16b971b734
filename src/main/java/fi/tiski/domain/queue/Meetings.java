package fi.tiski.domain.queue;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.time.Span;
import java.util.Collection;
import java.util.List;

/**
 * Who comes to a point at an agreed time. The line merges them in, but knows nothing of booking: the module
 * {@code domain.turns}, which sees both, answers.
 */
public interface Meetings {

    /**
     * Appointments that touch the span and are ahead or under way: in person at the point, and all of these agents'; by
     * their beginning.
     */
    List<Meeting> at(OrganisationId organisation, PointId point, Collection<AgentId> agents, Span span);
}
