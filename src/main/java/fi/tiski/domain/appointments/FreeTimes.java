package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.FREE_AGENTS;
import static fi.tiski.platform.tables.Tables.FREE_TIMES;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.RoomId;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When somebody could be met, and who: the set arithmetic is in the SQL functions {@code free_times} and {@code free_agents}. */
@Repository
class FreeTimes {

    private final DSLContext sql;

    FreeTimes(DSLContext sql) {
        this.sql = sql;
    }

    record Candidate(AgentId agent, Optional<RoomId> room) {}

    List<Span> between(Wanted wanted, Span stretch, Instant now, int most) {
        return sql.select(FREE_TIMES.STARTS, FREE_TIMES.ENDS)
                .from(FREE_TIMES.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        (int) wanted.length().toMinutes(),
                        language(wanted),
                        array(wanted.needs().skills()),
                        array(wanted.needs().features()),
                        stretch.from(),
                        stretch.until(),
                        wanted.zone().getId(),
                        now,
                        most))
                .orderBy(FREE_TIMES.STARTS)
                .fetch(row -> new Span(row.value1(), row.value2()));
    }

    List<Candidate> free(Wanted wanted, Span during, Instant now) {
        return sql.select(FREE_AGENTS.AGENT_ID, FREE_AGENTS.ROOM_ID)
                .from(FREE_AGENTS.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        language(wanted),
                        array(wanted.needs().skills()),
                        array(wanted.needs().features()),
                        during.stored(),
                        now))
                .fetch(row -> new Candidate(
                        new AgentId(row.value1()),
                        Optional.ofNullable(row.value2()).map(RoomId::new)));
    }

    /** Whether the held time can be met as it was meant: the agent is still on shift for it, and the doors are open. */
    boolean stillPossible(Appointment held) {
        var during = val(held.during().stored(), SHIFT.DURING);
        var there = held.point()
                .map(point -> SHIFT.POINT_ID
                        .eq(point.value())
                        .and(condition("""
                                point_open({0}, {1}, (lower({2}) at time zone (select time_zone from service_point
                                                                               where organisation_id = {0}
                                                                                 and id = {1}))::date) @> {2}""", SHIFT.ORGANISATION_ID, SHIFT.POINT_ID, during)))
                .orElse(noCondition());
        return sql.fetchExists(select().from(SHIFT)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(SHIFT.ORGANISATION_ID))
                .and(AGENT.ID.eq(SHIFT.AGENT_ID))
                .where(SHIFT.ORGANISATION_ID.eq(held.organisation().value()))
                .and(SHIFT.AGENT_ID.eq(held.agent().value()))
                .and(AGENT.LEFT_AT.isNull())
                .and(condition("{0} @> {1}", SHIFT.DURING, during))
                .and(there));
    }

    private static @Nullable UUID point(Wanted wanted) {
        return wanted.point().map(point -> point.id().value()).orElse(null);
    }

    private static @Nullable UUID topic(Wanted wanted) {
        return wanted.topic().map(TopicId::value).orElse(null);
    }

    /** With an interpreter beside them, any agent can be understood. */
    private static @Nullable String language(Wanted wanted) {
        return wanted.needs().all().contains(Need.INTERPRETER)
                ? null
                : wanted.language().spoken().tag();
    }

    private static String[] array(Set<String> those) {
        return those.toArray(String[]::new);
    }
}
