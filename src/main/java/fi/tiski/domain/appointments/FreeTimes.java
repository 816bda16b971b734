package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.FREE_AGENTS;
import static fi.tiski.platform.tables.Tables.FREE_AGENTS_INTERPRETED;
import static fi.tiski.platform.tables.Tables.FREE_TIMES;
import static fi.tiski.platform.tables.Tables.FREE_TIMES_INTERPRETED;
import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.RoomId;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.InterpreterId;
import fi.tiski.platform.tables.Routines;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.Comparator;
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

    record Candidate(AgentId agent, Optional<RoomId> room, Optional<Beside> interpreter) {}

    record Beside(InterpreterId who, InterpretedLanguage language) {}

    List<Span> between(Wanted wanted, Span stretch, Instant now, int most) {
        var ways = Understood.in(wanted);
        return ways.size() == 1
                ? between(wanted, ways.getFirst(), stretch, now, most)
                : ways.stream()
                        .flatMap(way -> between(wanted, way, stretch, now, most).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Span::from))
                        .limit(most)
                        .toList();
    }

    private List<Span> between(Wanted wanted, Understood way, Span stretch, Instant now, int most) {
        return way.interpreter()
                .map(beside -> interpreted(wanted, way, beside, stretch, now, most))
                .orElseGet(() -> usual(wanted, way, stretch, now, most));
    }

    private List<Span> usual(Wanted wanted, Understood way, Span stretch, Instant now, int most) {
        return sql.select(FREE_TIMES.STARTS, FREE_TIMES.ENDS)
                .from(FREE_TIMES.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        (int) wanted.length().toMinutes(),
                        spoken(way),
                        array(way.skills()),
                        array(wanted.needs().features()),
                        stretch.from(),
                        stretch.until(),
                        wanted.zone().getId(),
                        now,
                        most))
                .orderBy(FREE_TIMES.STARTS)
                .fetch(row -> new Span(row.value1(), row.value2()));
    }

    private List<Span> interpreted(
            Wanted wanted, Understood way, InterpretedLanguage beside, Span stretch, Instant now, int most) {
        return sql.select(FREE_TIMES_INTERPRETED.STARTS, FREE_TIMES_INTERPRETED.ENDS)
                .from(FREE_TIMES_INTERPRETED.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        (int) wanted.length().toMinutes(),
                        spoken(way),
                        array(way.skills()),
                        array(wanted.needs().features()),
                        stretch.from(),
                        stretch.until(),
                        wanted.zone().getId(),
                        now,
                        most,
                        beside.tag()))
                .orderBy(FREE_TIMES_INTERPRETED.STARTS)
                .fetch(row -> new Span(row.value1(), row.value2()));
    }

    /** Who could meet at exactly this time; in the better of two ways first. */
    List<Candidate> free(Wanted wanted, Span during, Instant now) {
        return Understood.in(wanted).stream()
                .flatMap(way -> free(wanted, way, during, now).stream())
                .toList();
    }

    private List<Candidate> free(Wanted wanted, Understood way, Span during, Instant now) {
        return way.interpreter()
                .map(beside -> interpreted(wanted, way, beside, during, now))
                .orElseGet(() -> usual(wanted, way, during, now));
    }

    private List<Candidate> usual(Wanted wanted, Understood way, Span during, Instant now) {
        return sql.select(FREE_AGENTS.AGENT_ID, FREE_AGENTS.ROOM_ID)
                .from(FREE_AGENTS.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        spoken(way),
                        array(way.skills()),
                        array(wanted.needs().features()),
                        during.stored(),
                        now))
                .fetch(row -> new Candidate(
                        new AgentId(row.value1()),
                        Optional.ofNullable(row.value2()).map(RoomId::new),
                        Optional.empty()));
    }

    private List<Candidate> interpreted(
            Wanted wanted, Understood way, InterpretedLanguage beside, Span during, Instant now) {
        return sql.select(
                        FREE_AGENTS_INTERPRETED.AGENT_ID,
                        FREE_AGENTS_INTERPRETED.ROOM_ID,
                        FREE_AGENTS_INTERPRETED.INTERPRETER_ID)
                .from(FREE_AGENTS_INTERPRETED.call(
                        wanted.organisation().value(),
                        wanted.mode().tag(),
                        point(wanted),
                        topic(wanted),
                        spoken(way),
                        array(way.skills()),
                        array(wanted.needs().features()),
                        during.stored(),
                        now,
                        beside.tag()))
                .fetch(row -> new Candidate(
                        new AgentId(row.value1()),
                        Optional.ofNullable(row.value2()).map(RoomId::new),
                        Optional.of(new Beside(new InterpreterId(row.value3()), beside))));
    }

    /**
     * Whether the held time can be met as it was meant: the agent and the interpreter are still on shift for it, and the
     * doors are open.
     */
    boolean stillPossible(Appointment held) {
        return agentAndPlace(held)
                && held.interpreter()
                        .map(beside -> stillInterprets(held, beside))
                        .orElse(true);
    }

    private boolean stillInterprets(Appointment held, BookedInterpreter beside) {
        return sql.fetchExists(select().from(INTERPRETER)
                .where(INTERPRETER.ORGANISATION_ID.eq(held.organisation().value()))
                .and(INTERPRETER.ID.eq(beside.id().value()))
                .and(INTERPRETER.LEFT_AT.isNull())
                .and(Routines.interpreterOnShift(
                                INTERPRETER.ORGANISATION_ID,
                                INTERPRETER.ID,
                                val(held.during().stored(), SHIFT.DURING))
                        .isTrue()));
    }

    private boolean agentAndPlace(Appointment held) {
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

    private static @Nullable String spoken(Understood way) {
        return way.spoken().map(Language::spoken).map(Language::tag).orElse(null);
    }

    private static String[] array(Set<String> those) {
        return those.toArray(String[]::new);
    }
}
