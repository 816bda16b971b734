package fi.tiski.domain.handovers;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.AGENT_TOPIC;
import static fi.tiski.platform.tables.Tables.CASE_EFFORT;
import static fi.tiski.platform.tables.Tables.CASE_RECORD;
import static fi.tiski.platform.tables.Tables.HANDOVER;
import static fi.tiski.platform.tables.Tables.HANDOVER_CARD;
import static fi.tiski.platform.tables.Tables.HANDOVER_TRANSITION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class Handovers {

    private static final fi.tiski.platform.tables.tables.Agent GIVER = AGENT.as("giver");
    private static final fi.tiski.platform.tables.tables.Agent TAKER = AGENT.as("taker");
    private static final fi.tiski.platform.tables.tables.Handover LATER = HANDOVER.as("later");

    private final DSLContext sql;

    Handovers(DSLContext sql) {
        this.sql = sql;
    }

    /** False when this press has made one already, or another one of the case is on its way. */
    boolean insert(
            OrganisationId organisation,
            HandoverId id,
            CaseId its,
            AgentId from,
            Receiver to,
            UUID press,
            Instant now,
            Instant openToAllAt) {
        return sql.insertInto(HANDOVER)
                        .set(HANDOVER.ORGANISATION_ID, organisation.value())
                        .set(HANDOVER.ID, id.value())
                        .set(HANDOVER.CASE_ID, its.value())
                        .set(HANDOVER.PRESS, press)
                        .set(HANDOVER.STATE, HandoverState.OFFERED.tag())
                        .set(HANDOVER.FROM_AGENT, from.value())
                        .set(HANDOVER.TO_AGENT, to instanceof Receiver.APerson(var agent) ? agent.value() : null)
                        .set(HANDOVER.TO_SKILL, to instanceof Receiver.ASkill(var tag) ? tag : null)
                        .set(HANDOVER.TO_TOPIC, to instanceof Receiver.ATopic(var topic) ? topic.value() : null)
                        .set(HANDOVER.OFFERED_AT, now)
                        .set(HANDOVER.OPEN_TO_ALL_AT, openToAllAt)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void insert(OrganisationId organisation, HandoverId id, Card card) {
        sql.insertInto(HANDOVER_CARD)
                .set(HANDOVER_CARD.ORGANISATION_ID, organisation.value())
                .set(HANDOVER_CARD.HANDOVER_ID, id.value())
                .set(HANDOVER_CARD.TOLD, card.told())
                .set(HANDOVER_CARD.DONE, card.done())
                .set(HANDOVER_CARD.PROMISED, card.promised())
                .execute();
    }

    /** Whether anybody but the giver could take it at all, on shift or not. */
    boolean anybodyFits(OrganisationId organisation, AgentId from, Receiver to) {
        return sql.fetchExists(select(AGENT.ID)
                .from(AGENT)
                .where(AGENT.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT.ID.ne(from.value()))
                .and(AGENT.LEFT_AT.isNull())
                .and(
                        switch (to) {
                            case Receiver.APerson(var agent) -> AGENT.ID.eq(agent.value());
                            case Receiver.ASkill(var tag) ->
                                val(tag).eq(any(AGENT.SKILLS)).or(val(tag).eq(any(AGENT.LANGUAGES)));
                            case Receiver.ATopic(var topic) ->
                                exists(select(AGENT_TOPIC.AGENT_ID)
                                        .from(AGENT_TOPIC)
                                        .where(AGENT_TOPIC.ORGANISATION_ID.eq(AGENT.ORGANISATION_ID))
                                        .and(AGENT_TOPIC.AGENT_ID.eq(AGENT.ID))
                                        .and(AGENT_TOPIC.TOPIC_ID.eq(topic.value())));
                        }));
    }

    Optional<Handover> byPress(OrganisationId organisation, UUID press) {
        return handovers(organisation).and(HANDOVER.PRESS.eq(press)).fetchOptional(Handovers::handover);
    }

    Optional<Handover> openOf(OrganisationId organisation, CaseId its) {
        return handovers(organisation)
                .and(HANDOVER.CASE_ID.eq(its.value()))
                .and(isOpen())
                .fetchOptional(Handovers::handover);
    }

    Handover get(OrganisationId organisation, HandoverId id) {
        return handovers(organisation).and(HANDOVER.ID.eq(id.value())).fetchSingle(Handovers::handover);
    }

    /** Whoever moves it first holds it here, and the second waits for the first. */
    Handover lock(OrganisationId organisation, HandoverId id) {
        return handovers(organisation)
                .and(HANDOVER.ID.eq(id.value()))
                .forUpdate()
                .of(HANDOVER)
                .fetchSingle(Handovers::handover);
    }

    boolean legal(HandoverState from, HandoverState to) {
        return sql.fetchExists(
                HANDOVER_TRANSITION,
                HANDOVER_TRANSITION.FROM_STATE.eq(from.tag()).and(HANDOVER_TRANSITION.TO_STATE.eq(to.tag())));
    }

    /** Whether the agent is among those to whom it is handed, as things stand now. */
    boolean fits(OrganisationId organisation, HandoverId id, AgentId agent, Instant now) {
        return sql.fetchExists(select(HANDOVER.ID)
                .from(HANDOVER)
                .where(HANDOVER.ORGANISATION_ID.eq(organisation.value()))
                .and(HANDOVER.ID.eq(id.value()))
                .and(fits(agent, now)));
    }

    void accepted(Handover handover, AgentId agent, Instant now) {
        sql.update(HANDOVER)
                .set(HANDOVER.STATE, HandoverState.ACCEPTED.tag())
                .set(HANDOVER.TAKEN_BY, agent.value())
                .set(HANDOVER.READ_AT, now)
                .where(is(handover))
                .execute();
    }

    void ended(Handover handover, HandoverState state, Instant now) {
        sql.update(HANDOVER)
                .set(HANDOVER.STATE, state.tag())
                .set(HANDOVER.ENDED_AT, now)
                .where(is(handover))
                .execute();
    }

    /** The latest first. */
    List<Handover> ofCase(OrganisationId organisation, CaseId its) {
        return handovers(organisation)
                .and(HANDOVER.CASE_ID.eq(its.value()))
                .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.ID.desc())
                .fetch(Handovers::handover);
    }

    boolean anyOffered(OrganisationId organisation) {
        return sql.fetchExists(
                HANDOVER, HANDOVER.ORGANISATION_ID.eq(organisation.value()).and(isOpen()));
    }

    List<Handover> offeredTo(OrganisationId organisation, AgentId agent, Instant now) {
        return handovers(organisation)
                .and(isOpen())
                .and(fits(agent, now))
                .orderBy(HANDOVER.OFFERED_AT, HANDOVER.ID)
                .fetch(Handovers::handover);
    }

    /** Handed back to who gave them, and not handed on since; of cases that are open. The oldest first. */
    List<Handover> returned(OrganisationId organisation) {
        return handovers(organisation)
                .and(HANDOVER.STATE.eq(inline(HandoverState.RETURNED.tag())))
                .and(notFollowedBy(noCondition()))
                .and(ofACase(CASE_RECORD.STATE.eq(inline("open"))))
                .orderBy(HANDOVER.OFFERED_AT, HANDOVER.ID)
                .fetch(Handovers::handover);
    }

    /**
     * Accepted, of cases that are not closed; handed on since only where that was withdrawn. The one read first comes
     * first.
     */
    List<Handover> taken(OrganisationId organisation) {
        return handovers(organisation)
                .and(HANDOVER.STATE.eq(inline(HandoverState.ACCEPTED.tag())))
                .and(notFollowedBy(LATER.STATE.ne(inline(HandoverState.WITHDRAWN.tag()))))
                .and(ofACase(CASE_RECORD.STATE.ne(inline("closed"))))
                .orderBy(HANDOVER.READ_AT, HANDOVER.ID)
                .fetch(Handovers::handover);
    }

    private static Condition notFollowedBy(Condition which) {
        return notExists(select(LATER.ID)
                .from(LATER)
                .where(LATER.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(LATER.CASE_ID.eq(HANDOVER.CASE_ID))
                .and(LATER.OFFERED_AT.gt(HANDOVER.OFFERED_AT))
                .and(which));
    }

    private static Condition ofACase(Condition which) {
        return exists(select(CASE_RECORD.ID)
                .from(CASE_RECORD)
                .where(CASE_RECORD.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(CASE_RECORD.ID.eq(HANDOVER.CASE_ID))
                .and(which));
    }

    Effort effort(OrganisationId organisation, CaseId its) {
        return sql.selectFrom(CASE_EFFORT.call(organisation.value(), its.value()))
                .fetchSingle(row -> new Effort(row.getBounces(), row.getRepeats(), row.getAgents()));
    }

    /** Skills and languages that somebody else has. */
    SortedSet<String> skills(OrganisationId organisation, AgentId but) {
        var all = new TreeSet<String>();
        sql.select(AGENT.SKILLS, AGENT.LANGUAGES)
                .from(AGENT)
                .where(AGENT.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT.ID.ne(but.value()))
                .and(AGENT.LEFT_AT.isNull())
                .forEach(row -> {
                    all.addAll(List.of(row.value1()));
                    all.addAll(List.of(row.value2()));
                });
        return all;
    }

    /** Never the giver. After {@code open_to_all_at} also those who serve the case's topic; anybody where it has none. */
    private static Condition fits(AgentId agent, Instant now) {
        var me = AGENT.as("me");
        var theirSkill = exists(select(me.ID)
                .from(me)
                .where(me.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(me.ID.eq(agent.value()))
                .and(arrayOverlap(me.SKILLS, skill()).or(arrayOverlap(me.LANGUAGES, skill()))));
        var theirTopic = exists(select(AGENT_TOPIC.AGENT_ID)
                .from(AGENT_TOPIC)
                .where(AGENT_TOPIC.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(AGENT_TOPIC.AGENT_ID.eq(agent.value()))
                .and(AGENT_TOPIC.TOPIC_ID.eq(HANDOVER.TO_TOPIC)));
        var theCasesTopic = exists(select(CASE_RECORD.ID)
                .from(CASE_RECORD)
                .where(CASE_RECORD.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(CASE_RECORD.ID.eq(HANDOVER.CASE_ID))
                .and(CASE_RECORD
                        .TOPIC_ID
                        .isNull()
                        .or(exists(select(AGENT_TOPIC.AGENT_ID)
                                .from(AGENT_TOPIC)
                                .where(AGENT_TOPIC.ORGANISATION_ID.eq(CASE_RECORD.ORGANISATION_ID))
                                .and(AGENT_TOPIC.AGENT_ID.eq(agent.value()))
                                .and(AGENT_TOPIC.TOPIC_ID.eq(CASE_RECORD.TOPIC_ID))))));
        return HANDOVER.FROM_AGENT
                .ne(agent.value())
                .and(HANDOVER.TO_AGENT
                        .eq(agent.value())
                        .or(HANDOVER.TO_SKILL.isNotNull().and(theirSkill))
                        .or(theirTopic)
                        .or(HANDOVER.TO_AGENT
                                .isNotNull()
                                .and(HANDOVER.OPEN_TO_ALL_AT.le(now))
                                .and(theCasesTopic)));
    }

    private static Field<String[]> skill() {
        return array(HANDOVER.TO_SKILL);
    }

    private static Condition isOpen() {
        return HANDOVER.STATE.eq(inline(HandoverState.OFFERED.tag()));
    }

    private static Condition is(Handover handover) {
        return HANDOVER.ORGANISATION_ID
                .eq(handover.organisation().value())
                .and(HANDOVER.ID.eq(handover.id().value()));
    }

    private SelectConditionStep<Record> handovers(OrganisationId organisation) {
        return sql.select(HANDOVER.asterisk(), HANDOVER_CARD.asterisk(), GIVER.NAME, TAKER.NAME)
                .from(HANDOVER)
                .join(GIVER)
                .on(GIVER.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(GIVER.ID.eq(HANDOVER.FROM_AGENT))
                .leftJoin(TAKER)
                .on(TAKER.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(TAKER.ID.eq(HANDOVER.TAKEN_BY))
                .leftJoin(HANDOVER_CARD)
                .on(HANDOVER_CARD.ORGANISATION_ID.eq(HANDOVER.ORGANISATION_ID))
                .and(HANDOVER_CARD.HANDOVER_ID.eq(HANDOVER.ID))
                .where(HANDOVER.ORGANISATION_ID.eq(organisation.value()));
    }

    private static Handover handover(Record row) {
        return new Handover(
                new OrganisationId(row.get(HANDOVER.ORGANISATION_ID)),
                new HandoverId(row.get(HANDOVER.ID)),
                new CaseId(row.get(HANDOVER.CASE_ID)),
                HandoverState.ofTag(row.get(HANDOVER.STATE)),
                new AgentId(row.get(HANDOVER.FROM_AGENT)),
                row.get(GIVER.NAME),
                receiver(row),
                row.get(HANDOVER_CARD.TOLD) == null
                        ? Card.ERASED
                        : new Card(
                                row.get(HANDOVER_CARD.TOLD),
                                row.get(HANDOVER_CARD.DONE),
                                row.get(HANDOVER_CARD.PROMISED)),
                row.get(HANDOVER.OFFERED_AT),
                row.get(HANDOVER.OPEN_TO_ALL_AT),
                Optional.ofNullable(row.get(HANDOVER.TAKEN_BY)).map(AgentId::new),
                Optional.ofNullable(row.get(TAKER.NAME)),
                Optional.ofNullable(row.get(HANDOVER.READ_AT)));
    }

    private static Receiver receiver(Record row) {
        if (row.get(HANDOVER.TO_AGENT) != null) {
            return new Receiver.APerson(new AgentId(row.get(HANDOVER.TO_AGENT)));
        }
        return row.get(HANDOVER.TO_SKILL) != null
                ? new Receiver.ASkill(row.get(HANDOVER.TO_SKILL))
                : new Receiver.ATopic(new TopicId(row.get(HANDOVER.TO_TOPIC)));
    }
}
