package fi.tiski.domain.offers;

import static fi.tiski.platform.tables.Tables.DESK_OPEN;
import static fi.tiski.platform.tables.Tables.OFFER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.ids.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Offers {

    private static final String OPEN = "open";
    private static final String PASSED = "passed";
    private static final String OVER = "over";

    private final DSLContext sql;

    Offers(DSLContext sql) {
        this.sql = sql;
    }

    void seen(OrganisationId organisation, AgentId agent, Instant now) {
        sql.insertInto(DESK_OPEN)
                .set(DESK_OPEN.ORGANISATION_ID, organisation.value())
                .set(DESK_OPEN.AGENT_ID, agent.value())
                .set(DESK_OPEN.SEEN_AT, now)
                .onConflict(DESK_OPEN.ORGANISATION_ID, DESK_OPEN.AGENT_ID)
                .doUpdate()
                .set(DESK_OPEN.SEEN_AT, now)
                .execute();
    }

    List<AgentId> atTheirDesks(OrganisationId organisation, Instant since) {
        return sql.select(DESK_OPEN.AGENT_ID)
                .from(DESK_OPEN)
                .where(DESK_OPEN.ORGANISATION_ID.eq(organisation.value()))
                .and(DESK_OPEN.SEEN_AT.gt(since))
                .orderBy(DESK_OPEN.AGENT_ID)
                .fetch(row -> new AgentId(row.value1()));
    }

    /** One process at a time brings things before people; whoever else would, need not. */
    boolean takeTurn(OrganisationId organisation) {
        return Boolean.TRUE.equals(sql.select(field(
                        "pg_try_advisory_xact_lock({0})",
                        Boolean.class, inline(organisation.value().getLeastSignificantBits())))
                .fetchSingle()
                .value1());
    }

    /** Whoever did not answer; how many. */
    int passLapsed(OrganisationId organisation, Instant now) {
        return sql.update(OFFER)
                .set(OFFER.STATE, PASSED)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(isOpen())
                .and(OFFER.LAPSES_AT.le(now))
                .execute();
    }

    /** Who does not wait any more, or is not to be brought before that agent; how many. */
    int endAllBut(OrganisationId organisation, Collection<UUID> subjects, Collection<AgentId> free) {
        return sql.update(OFFER)
                .set(OFFER.STATE, OVER)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(isOpen())
                .and(OFFER.SUBJECT_ID
                        .notIn(subjects)
                        .or(OFFER.AGENT_ID.notIn(
                                free.stream().map(AgentId::value).toList())))
                .execute();
    }

    Set<UUID> openSubjects(OrganisationId organisation) {
        return sql.select(OFFER.SUBJECT_ID)
                .from(OFFER)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(isOpen())
                .fetchSet(OFFER.SUBJECT_ID);
    }

    Set<AgentId> agentsAsked(OrganisationId organisation) {
        return sql.select(OFFER.AGENT_ID)
                .from(OFFER)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(isOpen())
                .fetchSet(row -> new AgentId(row.value1()));
    }

    /** How often each agent has let this one go by. */
    Map<AgentId, Integer> passedBy(OrganisationId organisation, UUID subject) {
        return sql.select(OFFER.AGENT_ID, count())
                .from(OFFER)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(OFFER.SUBJECT_ID.eq(subject))
                .and(OFFER.STATE.eq(inline(PASSED)))
                .groupBy(OFFER.AGENT_ID)
                .fetchMap(row -> new AgentId(row.value1()), row -> row.value2());
    }

    boolean insert(
            OrganisationId organisation,
            Offer.Kind kind,
            UUID subject,
            CaseId its,
            AgentId agent,
            Instant now,
            Instant lapses) {
        return sql.insertInto(OFFER)
                        .set(OFFER.ORGANISATION_ID, organisation.value())
                        .set(OFFER.ID, Ids.next())
                        .set(OFFER.KIND, kind.tag())
                        .set(OFFER.SUBJECT_ID, subject)
                        .set(OFFER.CASE_ID, its.value())
                        .set(OFFER.AGENT_ID, agent.value())
                        .set(OFFER.STATE, OPEN)
                        .set(OFFER.OFFERED_AT, now)
                        .set(OFFER.LAPSES_AT, lapses)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Offer> of(OrganisationId organisation, AgentId agent, Instant now) {
        return sql.selectFrom(OFFER)
                .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                .and(OFFER.AGENT_ID.eq(agent.value()))
                .and(isOpen())
                .and(OFFER.LAPSES_AT.gt(now))
                .fetchOptional(row -> new Offer(
                        row.getId(),
                        Offer.Kind.ofTag(row.getKind()),
                        new CaseId(row.getCaseId()),
                        row.getOfferedAt(),
                        row.getLapsesAt()));
    }

    boolean pass(OrganisationId organisation, AgentId agent, UUID id) {
        return sql.update(OFFER)
                        .set(OFFER.STATE, PASSED)
                        .where(OFFER.ORGANISATION_ID.eq(organisation.value()))
                        .and(OFFER.ID.eq(id))
                        .and(OFFER.AGENT_ID.eq(agent.value()))
                        .and(isOpen())
                        .execute()
                == 1;
    }

    private static Condition isOpen() {
        return OFFER.STATE.eq(inline(OPEN));
    }
}
