package fi.tiski.surface.desk;

import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.ServicePoint;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where an agent serves just now.
 *
 * @param counter where they have said that they stand
 * @param point of that counter, or else of their shift; empty for who works remotely
 * @param zone whose clock is on the wall
 */
record Post(Agent agent, Optional<Counter> counter, Optional<ServicePoint> point, ZoneId zone) {

    OrganisationId organisation() {
        return agent.organisation();
    }

    AgentId me() {
        return agent.id();
    }
}
