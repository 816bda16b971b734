package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.CASE_PRESENCE;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Presences {

    private final DSLContext sql;

    Presences(DSLContext sql) {
        this.sql = sql;
    }

    /** Which case stands on the screen, when it still gave signs of life after {@code alive}. */
    Optional<CaseId> on(OrganisationId organisation, UUID screen, Instant alive) {
        return sql.select(CASE_PRESENCE.CASE_ID)
                .from(CASE_PRESENCE)
                .where(CASE_PRESENCE.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_PRESENCE.SCREEN.eq(screen))
                .and(CASE_PRESENCE.SEEN_AT.gt(alive))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    void put(OrganisationId organisation, UUID screen, CaseId its, AgentId agent, Instant now) {
        sql.insertInto(CASE_PRESENCE)
                .set(CASE_PRESENCE.ORGANISATION_ID, organisation.value())
                .set(CASE_PRESENCE.SCREEN, screen)
                .set(CASE_PRESENCE.CASE_ID, its.value())
                .set(CASE_PRESENCE.AGENT_ID, agent.value())
                .set(CASE_PRESENCE.SINCE, now)
                .set(CASE_PRESENCE.SEEN_AT, now)
                .onConflict(CASE_PRESENCE.ORGANISATION_ID, CASE_PRESENCE.SCREEN)
                .doUpdate()
                .set(CASE_PRESENCE.CASE_ID, its.value())
                .set(CASE_PRESENCE.AGENT_ID, agent.value())
                .set(CASE_PRESENCE.SINCE, now)
                .set(CASE_PRESENCE.SEEN_AT, now)
                .execute();
    }

    void seen(OrganisationId organisation, UUID screen, Instant now) {
        sql.update(CASE_PRESENCE)
                .set(CASE_PRESENCE.SEEN_AT, now)
                .where(CASE_PRESENCE.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_PRESENCE.SCREEN.eq(screen))
                .execute();
    }

    Optional<CaseId> remove(OrganisationId organisation, UUID screen) {
        return sql.deleteFrom(CASE_PRESENCE)
                .where(CASE_PRESENCE.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_PRESENCE.SCREEN.eq(screen))
                .returning(CASE_PRESENCE.CASE_ID)
                .fetchOptional(row -> new CaseId(row.getCaseId()));
    }

    void removeDead(OrganisationId organisation, Instant before) {
        sql.deleteFrom(CASE_PRESENCE)
                .where(CASE_PRESENCE.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_PRESENCE.SEEN_AT.lt(before))
                .execute();
    }

    List<String> names(OrganisationId organisation, CaseId its, AgentId but, Instant alive) {
        return sql.selectDistinct(AGENT.NAME)
                .from(CASE_PRESENCE)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(CASE_PRESENCE.ORGANISATION_ID))
                .and(AGENT.ID.eq(CASE_PRESENCE.AGENT_ID))
                .where(CASE_PRESENCE.ORGANISATION_ID.eq(organisation.value()))
                .and(CASE_PRESENCE.CASE_ID.eq(its.value()))
                .and(CASE_PRESENCE.AGENT_ID.ne(but.value()))
                .and(CASE_PRESENCE.SEEN_AT.gt(alive))
                .orderBy(AGENT.NAME)
                .fetch(AGENT.NAME);
    }
}
