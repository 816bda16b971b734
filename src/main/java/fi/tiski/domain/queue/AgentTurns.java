package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.AGENT;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** One press of an agent at a time: an impatient second one waits here for the first, and then finds what it did. */
@Repository
class AgentTurns {

    private final DSLContext sql;

    AgentTurns(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds the agent's turn until the transaction ends. */
    void take(OrganisationId organisation, AgentId agent) {
        sql.select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT.ID.eq(agent.value()))
                .forUpdate()
                .fetchSingle();
    }
}
