package fi.tiski.domain.staffing;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.AGENT_AT_COUNTER;
import static fi.tiski.platform.tables.Tables.AGENT_TOPIC;
import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.CounterId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.tables.tables.records.ShiftRecord;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Shifts {

    private final DSLContext sql;

    Shifts(DSLContext sql) {
        this.sql = sql;
    }

    boolean insert(OrganisationId organisation, Shift shift) {
        return sql.insertInto(SHIFT)
                        .set(SHIFT.ORGANISATION_ID, organisation.value())
                        .set(SHIFT.ID, Ids.next())
                        .set(SHIFT.AGENT_ID, shift.agent().value())
                        .set(SHIFT.POINT_ID, shift.point().map(PointId::value).orElse(null))
                        .set(SHIFT.DURING, shift.during().stored())
                        .set(
                                SHIFT.MODES,
                                shift.modes().stream()
                                        .map(ServingMode::tag)
                                        .sorted()
                                        .toArray(String[]::new))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Shift> of(OrganisationId organisation, AgentId agent, Instant at) {
        return sql.selectFrom(SHIFT)
                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(SHIFT.AGENT_ID.eq(agent.value()))
                .and(covers(at))
                .fetchOptional(Shifts::shift);
    }

    List<Shift> overlapping(OrganisationId organisation, Span span) {
        return sql.selectFrom(SHIFT)
                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(condition("{0} && {1}", SHIFT.DURING, val(span.stored(), SHIFT.DURING)))
                .orderBy(SHIFT.DURING)
                .fetch(Shifts::shift);
    }

    int count(OrganisationId organisation, Optional<PointId> point, ServingMode mode, Instant at) {
        return sql.select(countDistinct(SHIFT.AGENT_ID))
                .from(SHIFT)
                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(point.map(there -> SHIFT.POINT_ID.eq(there.value())).orElse(noCondition()))
                .and(SHIFT.MODES.contains(new String[] {mode.tag()}))
                .and(covers(at))
                .fetchSingle()
                .value1();
    }

    /**
     * Who stands there already, when it is somebody else, and then the agent stays where they were; nobody when the
     * counter is the agent's now.
     */
    Optional<String> standAt(OrganisationId organisation, AgentId agent, CounterId counter, Instant now) {
        var there = somebodyElseAt(organisation, agent, counter);
        if (there.isPresent()) {
            return there;
        }
        leaveCounter(organisation, agent);
        var taken = sql.insertInto(AGENT_AT_COUNTER)
                        .set(AGENT_AT_COUNTER.ORGANISATION_ID, organisation.value())
                        .set(AGENT_AT_COUNTER.AGENT_ID, agent.value())
                        .set(AGENT_AT_COUNTER.COUNTER_ID, counter.value())
                        .set(AGENT_AT_COUNTER.SINCE, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        return taken ? Optional.empty() : somebodyElseAt(organisation, agent, counter);
    }

    private Optional<String> somebodyElseAt(OrganisationId organisation, AgentId agent, CounterId counter) {
        return sql.select(AGENT.NAME)
                .from(AGENT_AT_COUNTER)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(AGENT_AT_COUNTER.ORGANISATION_ID))
                .and(AGENT.ID.eq(AGENT_AT_COUNTER.AGENT_ID))
                .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT_AT_COUNTER.COUNTER_ID.eq(counter.value()))
                .and(AGENT_AT_COUNTER.AGENT_ID.ne(agent.value()))
                .fetchOptional(AGENT.NAME);
    }

    void leaveCounter(OrganisationId organisation, AgentId agent) {
        sql.deleteFrom(AGENT_AT_COUNTER)
                .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT_AT_COUNTER.AGENT_ID.eq(agent.value()))
                .execute();
    }

    Optional<Counter> counterOf(OrganisationId organisation, AgentId agent) {
        return sql.select(COUNTER.ID, COUNTER.POINT_ID, COUNTER.LABEL)
                .from(AGENT_AT_COUNTER)
                .join(COUNTER)
                .on(COUNTER.ORGANISATION_ID.eq(AGENT_AT_COUNTER.ORGANISATION_ID))
                .and(COUNTER.ID.eq(AGENT_AT_COUNTER.COUNTER_ID))
                .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT_AT_COUNTER.AGENT_ID.eq(agent.value()))
                .fetchOptional(
                        row -> new Counter(new CounterId(row.value1()), new PointId(row.value2()), row.value3()));
    }

    Map<AgentId, PointId> standing(OrganisationId organisation) {
        return sql.select(AGENT_AT_COUNTER.AGENT_ID, COUNTER.POINT_ID)
                .from(AGENT_AT_COUNTER)
                .join(COUNTER)
                .on(COUNTER.ORGANISATION_ID.eq(AGENT_AT_COUNTER.ORGANISATION_ID))
                .and(COUNTER.ID.eq(AGENT_AT_COUNTER.COUNTER_ID))
                .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .fetchMap(row -> new AgentId(row.value1()), row -> new PointId(row.value2()));
    }

    List<Standing> standingAt(OrganisationId organisation, PointId point) {
        return sql.select(
                        AGENT_AT_COUNTER.AGENT_ID,
                        AGENT_AT_COUNTER.COUNTER_ID,
                        multiset(select(AGENT_TOPIC.TOPIC_ID)
                                .from(AGENT_TOPIC)
                                .where(AGENT_TOPIC.ORGANISATION_ID.eq(AGENT_AT_COUNTER.ORGANISATION_ID))
                                .and(AGENT_TOPIC.AGENT_ID.eq(AGENT_AT_COUNTER.AGENT_ID))))
                .from(AGENT_AT_COUNTER)
                .join(COUNTER)
                .on(COUNTER.ORGANISATION_ID.eq(AGENT_AT_COUNTER.ORGANISATION_ID))
                .and(COUNTER.ID.eq(AGENT_AT_COUNTER.COUNTER_ID))
                .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .and(COUNTER.POINT_ID.eq(point.value()))
                .orderBy(COUNTER.LABEL)
                .fetch(row -> new Standing(
                        new AgentId(row.value1()),
                        new CounterId(row.value2()),
                        row.value3().stream()
                                .map(topic -> new TopicId(topic.value1()))
                                .collect(Collectors.toSet())));
    }

    private static Condition covers(Instant at) {
        return condition("{0} @> {1}", SHIFT.DURING, val(at));
    }

    private static Shift shift(ShiftRecord row) {
        return new Shift(
                new AgentId(row.getAgentId()),
                Optional.ofNullable(row.getPointId()).map(PointId::new),
                Span.of(row.getDuring()),
                Arrays.stream(row.getModes())
                        .flatMap(tag -> ServingMode.ofTag(tag).stream())
                        .collect(Collectors.toSet()));
    }
}
