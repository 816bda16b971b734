package fi.tiski.domain.staffing;

import static fi.tiski.platform.tables.Tables.AGENT_STATE;
import static fi.tiski.platform.tables.Tables.SHIFT;
import static fi.tiski.platform.tables.Tables.SHIFT_BREAK;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.tables.Routines;
import fi.tiski.platform.tables.tables.records.AgentStateRecord;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.springframework.stereotype.Repository;

/** The breaks of shifts, and what agents said of themselves. */
@Repository
class Duties {

    private final DSLContext sql;

    Duties(DSLContext sql) {
        this.sql = sql;
    }

    /** Shifts in that mode, at one point or anywhere, that touch the window, by their beginning. */
    List<Duty> in(OrganisationId organisation, Optional<PointId> point, ServingMode mode, Span window, Instant now) {
        return sql.select(
                        SHIFT.AGENT_ID, SHIFT.DURING, breaks(), AGENT_STATE.STATE, AGENT_STATE.SINCE, AGENT_STATE.UNTIL)
                .from(SHIFT)
                .leftJoin(AGENT_STATE)
                .on(AGENT_STATE.ORGANISATION_ID.eq(SHIFT.ORGANISATION_ID))
                .and(AGENT_STATE.AGENT_ID.eq(SHIFT.AGENT_ID))
                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(point.map(there -> SHIFT.POINT_ID.eq(there.value())).orElse(noCondition()))
                .and(SHIFT.MODES.contains(new String[] {mode.tag()}))
                .and(touches(SHIFT.DURING, window))
                .orderBy(SHIFT.DURING, SHIFT.AGENT_ID)
                .fetch(row -> {
                    var shift = Span.of(row.value2());
                    var said = Optional.ofNullable(row.value4())
                            .map(state -> new AgentState.Said(
                                    Availability.ofTag(state), row.value5(), Optional.ofNullable(row.value6())));
                    var state = AgentState.at(now, Optional.of(shift), row.value3(), said);
                    return new Duty(
                            new AgentId(row.value1()), shift, row.value3(), state.availability(), state.since());
                });
    }

    private static Field<List<Span>> breaks() {
        return multiset(select(SHIFT_BREAK.DURING)
                        .from(SHIFT_BREAK)
                        .where(SHIFT_BREAK.ORGANISATION_ID.eq(SHIFT.ORGANISATION_ID))
                        .and(SHIFT_BREAK.SHIFT_ID.eq(SHIFT.ID))
                        .orderBy(SHIFT_BREAK.DURING))
                .convertFrom(rows -> rows.map(row -> Span.of(row.value1())));
    }

    private record OnShift(Span shift, List<Span> breaks) {}

    /** Of everybody who is on shift now or ever said how things stand with them. */
    Map<AgentId, AgentState> states(OrganisationId organisation, Instant now) {
        var onShift = sql.select(SHIFT.AGENT_ID, SHIFT.DURING, breaks())
                .from(SHIFT)
                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(condition("{0} @> {1}", SHIFT.DURING, val(now)))
                .fetchMap(row -> new AgentId(row.value1()), row -> new OnShift(Span.of(row.value2()), row.value3()));
        var said = sql.selectFrom(AGENT_STATE)
                .where(AGENT_STATE.ORGANISATION_ID.eq(organisation.value()))
                .fetchMap(row -> new AgentId(row.getAgentId()), Duties::said);
        var all = new HashSet<>(onShift.keySet());
        all.addAll(said.keySet());
        return all.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), agent -> {
            var duty = Optional.ofNullable(onShift.get(agent));
            return AgentState.at(
                    now,
                    duty.map(OnShift::shift),
                    duty.map(OnShift::breaks).orElse(List.of()),
                    Optional.ofNullable(said.get(agent)));
        }));
    }

    private static AgentState.Said said(AgentStateRecord row) {
        return new AgentState.Said(
                Availability.ofTag(row.getState()), row.getSince(), Optional.ofNullable(row.getUntil()));
    }

    Optional<AgentState.Said> said(OrganisationId organisation, AgentId agent) {
        return sql.selectFrom(AGENT_STATE)
                .where(AGENT_STATE.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT_STATE.AGENT_ID.eq(agent.value()))
                .fetchOptional(Duties::said);
    }

    /** Also begins again when it is the same state as before. */
    void say(OrganisationId organisation, AgentId agent, AgentState.Said said) {
        // Two statements: an insert that turned into an update would have to be a legal beginning too.
        sql.insertInto(AGENT_STATE)
                .set(AGENT_STATE.ORGANISATION_ID, organisation.value())
                .set(AGENT_STATE.AGENT_ID, agent.value())
                .set(AGENT_STATE.STATE, Availability.AVAILABLE.tag())
                .set(AGENT_STATE.SINCE, said.since())
                .onConflictDoNothing()
                .execute();
        sql.update(AGENT_STATE)
                .set(AGENT_STATE.STATE, said.availability().tag())
                .set(AGENT_STATE.SINCE, said.since())
                .set(AGENT_STATE.UNTIL, said.until().orElse(null))
                .where(AGENT_STATE.ORGANISATION_ID.eq(organisation.value()))
                .and(AGENT_STATE.AGENT_ID.eq(agent.value()))
                .execute();
    }

    List<Span> breaks(OrganisationId organisation, AgentId agent, Span window) {
        return sql.select(SHIFT_BREAK.DURING)
                .from(SHIFT_BREAK)
                .where(theirs(organisation, agent))
                .and(touches(SHIFT_BREAK.DURING, window))
                .orderBy(SHIFT_BREAK.DURING)
                .fetch(row -> Span.of(row.value1()));
    }

    /** False when no shift of the agent holds it, when it meets another break, or an appointment lies in it. */
    boolean addBreak(OrganisationId organisation, AgentId agent, Span during, boolean planned) {
        return sql.insertInto(
                                SHIFT_BREAK,
                                SHIFT_BREAK.ORGANISATION_ID,
                                SHIFT_BREAK.ID,
                                SHIFT_BREAK.SHIFT_ID,
                                SHIFT_BREAK.AGENT_ID,
                                SHIFT_BREAK.SHIFT_DURING,
                                SHIFT_BREAK.DURING,
                                SHIFT_BREAK.PLANNED)
                        .select(select(
                                        SHIFT.ORGANISATION_ID,
                                        val(Ids.next()),
                                        SHIFT.ID,
                                        SHIFT.AGENT_ID,
                                        SHIFT.DURING,
                                        val(during.stored(), SHIFT_BREAK.DURING),
                                        val(planned))
                                .from(SHIFT)
                                .where(SHIFT.ORGANISATION_ID.eq(organisation.value()))
                                .and(SHIFT.AGENT_ID.eq(agent.value()))
                                .and(condition("{0} @> {1}", SHIFT.DURING, val(during.stored(), SHIFT.DURING))))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The break that is on ends now; one that has only just begun never was. */
    void endBreak(OrganisationId organisation, AgentId agent, Instant now) {
        var on = theirs(organisation, agent).and(condition("{0} @> {1}", SHIFT_BREAK.DURING, val(now)));
        sql.deleteFrom(SHIFT_BREAK)
                .where(on)
                .and(condition("lower({0}) = {1}", SHIFT_BREAK.DURING, val(now)))
                .execute();
        sql.update(SHIFT_BREAK)
                .set(
                        SHIFT_BREAK.DURING,
                        field(
                                "tstzrange(lower({0}), {1})",
                                SHIFT_BREAK.DURING.getDataType(), SHIFT_BREAK.DURING, val(now)))
                .where(on)
                .execute();
    }

    Optional<Instant> nextAppointment(OrganisationId organisation, AgentId agent, Span during) {
        return Optional.ofNullable(
                Routines.nextAppointment(sql.configuration(), organisation.value(), agent.value(), during.stored()));
    }

    private static Condition theirs(OrganisationId organisation, AgentId agent) {
        return SHIFT_BREAK.ORGANISATION_ID.eq(organisation.value()).and(SHIFT_BREAK.AGENT_ID.eq(agent.value()));
    }

    private static Condition touches(Field<OffsetDateTimeRange> during, Span window) {
        return condition("{0} && {1}", during, val(window.stored(), during));
    }
}
