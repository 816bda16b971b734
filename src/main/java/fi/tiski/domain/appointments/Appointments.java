package fi.tiski.domain.appointments;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.APPOINTMENT_TRANSITION;
import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.platform.tables.Tables.ROOM;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.RoomId;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.InterpreterId;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class Appointments {

    private final DSLContext sql;

    Appointments(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Empty when the agent, the room or the interpreter has just been taken. {@code on conflict do nothing} covers the exclusion
     * constraints too: plain inserts that race on one deadlock now and then and stall for a second each.
     */
    Optional<Appointment> hold(
            Wanted wanted,
            Span during,
            FreeTimes.Candidate candidate,
            UUID press,
            Optional<UUID> choosing,
            Instant now,
            Instant heldUntil) {
        var id = AppointmentId.next();
        var organisation = wanted.organisation();
        var made = sql.insertInto(APPOINTMENT)
                .set(APPOINTMENT.ORGANISATION_ID, organisation.value())
                .set(APPOINTMENT.ID, id.value())
                .set(APPOINTMENT.PRESS, press)
                .set(APPOINTMENT.CHOOSING, choosing.orElse(null))
                .set(APPOINTMENT.MODE, wanted.mode().tag())
                .set(APPOINTMENT.TOPIC_ID, wanted.topic().map(TopicId::value).orElse(null))
                .set(
                        APPOINTMENT.POINT_ID,
                        wanted.point().map(point -> point.id().value()).orElse(null))
                .set(APPOINTMENT.AGENT_ID, candidate.agent().value())
                .set(APPOINTMENT.ROOM_ID, candidate.room().map(RoomId::value).orElse(null))
                .set(
                        APPOINTMENT.INTERPRETER_ID,
                        candidate
                                .interpreter()
                                .map(beside -> beside.who().value())
                                .orElse(null))
                .set(
                        APPOINTMENT.INTERPRETER_LANGUAGE,
                        candidate
                                .interpreter()
                                .map(beside -> beside.language().tag())
                                .orElse(null))
                .set(APPOINTMENT.DURING, during.stored())
                .set(APPOINTMENT.STATE, AppointmentState.HELD.tag())
                .set(APPOINTMENT.HELD_UNTIL, heldUntil)
                .set(APPOINTMENT.MADE_AT, now)
                .onConflictDoNothing()
                .execute();
        return made == 1 ? find(organisation, id) : Optional.empty();
    }

    /** Holds that ran out stand in nobody's way any more. Rows that somebody is confirming right now are left alone. */
    void deleteLapsed(OrganisationId organisation, Instant now) {
        sql.deleteFrom(APPOINTMENT)
                .where(APPOINTMENT.ORGANISATION_ID.eq(organisation.value()))
                .and(APPOINTMENT.ID.in(sql.select(APPOINTMENT.ID)
                        .from(APPOINTMENT)
                        .where(APPOINTMENT.ORGANISATION_ID.eq(organisation.value()))
                        .and(APPOINTMENT.STATE.eq(AppointmentState.HELD.tag()))
                        .and(APPOINTMENT.HELD_UNTIL.le(now))
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }

    Optional<Appointment> byPress(OrganisationId organisation, UUID press) {
        return appointments(organisation).and(APPOINTMENT.PRESS.eq(press)).fetchOptional(Appointments::appointment);
    }

    /** Two tabs that choose for the same thing wait for each other until the end of the transaction. */
    void oneAtATime(UUID choosing) {
        sql.execute(
                "select pg_advisory_xact_lock({0})",
                val(choosing.getMostSignificantBits() ^ choosing.getLeastSignificantBits()));
    }

    /** What is held or booked for it now; one at most. */
    Optional<Appointment> ofChoosing(OrganisationId organisation, UUID choosing) {
        return appointments(organisation)
                .and(APPOINTMENT.CHOOSING.eq(choosing))
                .and(APPOINTMENT.STATE.in(
                        AppointmentState.HELD.tag(),
                        AppointmentState.BOOKED.tag(),
                        AppointmentState.ARRIVED.tag(),
                        AppointmentState.SERVING.tag()))
                .fetchOptional(Appointments::appointment);
    }

    /**
     * Does something with a hold out of the way. When it comes to nothing the hold stands as before: the release is taken
     * back to a savepoint, and nobody else could take the time meanwhile.
     */
    Optional<Appointment> inPlaceOf(
            OrganisationId organisation, AppointmentId earlier, Supplier<Optional<Appointment>> does) {
        try {
            return sql.transactionResult(nested -> {
                release(organisation, earlier);
                return Optional.of(does.get().orElseThrow(ComeToNothing::new));
            });
        } catch (ComeToNothing nothing) {
            return Optional.empty();
        }
    }

    /** Only to turn back to the savepoint. */
    private static final class ComeToNothing extends RuntimeException {
        private static final long serialVersionUID = 1;

        ComeToNothing() {
            super(null, null, false, false);
        }
    }

    Optional<Appointment> find(OrganisationId organisation, AppointmentId id) {
        return appointments(organisation).and(APPOINTMENT.ID.eq(id.value())).fetchOptional(Appointments::appointment);
    }

    Optional<Appointment> lock(OrganisationId organisation, AppointmentId id) {
        return appointments(organisation)
                .and(APPOINTMENT.ID.eq(id.value()))
                .forUpdate()
                .of(APPOINTMENT)
                .fetchOptional(Appointments::appointment);
    }

    Optional<Appointment> extend(OrganisationId organisation, AppointmentId id, Instant until) {
        return sql.update(APPOINTMENT)
                                .set(APPOINTMENT.HELD_UNTIL, until)
                                .where(is(organisation, id))
                                .and(APPOINTMENT.STATE.eq(AppointmentState.HELD.tag()))
                                .execute()
                        == 1
                ? find(organisation, id)
                : Optional.empty();
    }

    void release(OrganisationId organisation, AppointmentId id) {
        sql.deleteFrom(APPOINTMENT)
                .where(is(organisation, id))
                .and(APPOINTMENT.STATE.eq(AppointmentState.HELD.tag()))
                .execute();
    }

    Appointment book(Appointment held, CaseId its) {
        sql.update(APPOINTMENT)
                .set(APPOINTMENT.STATE, AppointmentState.BOOKED.tag())
                .set(APPOINTMENT.CASE_ID, its.value())
                .setNull(APPOINTMENT.HELD_UNTIL)
                .where(is(held.organisation(), held.id()))
                .execute();
        return find(held.organisation(), held.id()).orElseThrow();
    }

    boolean legal(AppointmentState from, AppointmentState to) {
        return sql.fetchExists(
                APPOINTMENT_TRANSITION,
                APPOINTMENT_TRANSITION.FROM_STATE.eq(from.tag()).and(APPOINTMENT_TRANSITION.TO_STATE.eq(to.tag())));
    }

    Appointment moved(Appointment appointment, AppointmentState to, Instant now) {
        var change = sql.newRecord(APPOINTMENT);
        change.setState(to.tag());
        switch (to) {
            case SERVING -> change.setServedAt(now);
            case DONE, NO_SHOW, CANCELLED -> change.setEndedAt(now);
            case HELD, BOOKED, ARRIVED -> {}
        }
        sql.update(APPOINTMENT)
                .set(change)
                .where(is(appointment.organisation(), appointment.id()))
                .execute();
        return find(appointment.organisation(), appointment.id()).orElseThrow();
    }

    List<Appointment> live(OrganisationId organisation, Span span) {
        return appointments(organisation)
                .and(touches(span))
                .and(APPOINTMENT.STATE.in(
                        AppointmentState.BOOKED.tag(), AppointmentState.ARRIVED.tag(), AppointmentState.SERVING.tag()))
                .orderBy(APPOINTMENT.DURING)
                .fetch(Appointments::appointment);
    }

    List<Appointment> liveAt(OrganisationId organisation, PointId point, Collection<AgentId> agents, Span span) {
        return appointments(organisation)
                .and(touches(span))
                .and(APPOINTMENT.STATE.in(
                        AppointmentState.BOOKED.tag(), AppointmentState.ARRIVED.tag(), AppointmentState.SERVING.tag()))
                .and(APPOINTMENT
                        .POINT_ID
                        .eq(point.value())
                        .or(APPOINTMENT.AGENT_ID.in(
                                agents.stream().map(AgentId::value).toList())))
                .orderBy(APPOINTMENT.DURING)
                .fetch(Appointments::appointment);
    }

    List<Appointment> day(OrganisationId organisation, AgentId agent, Span span) {
        return appointments(organisation)
                .and(APPOINTMENT.AGENT_ID.eq(agent.value()))
                .and(touches(span))
                .and(APPOINTMENT.STATE.notIn(AppointmentState.HELD.tag(), AppointmentState.CANCELLED.tag()))
                .orderBy(APPOINTMENT.DURING)
                .fetch(Appointments::appointment);
    }

    List<Appointment> ofCase(OrganisationId organisation, CaseId its) {
        return appointments(organisation)
                .and(APPOINTMENT.CASE_ID.eq(its.value()))
                .orderBy(APPOINTMENT.MADE_AT.desc())
                .fetch(Appointments::appointment);
    }

    private SelectConditionStep<Record> appointments(OrganisationId organisation) {
        return sql.select(APPOINTMENT.asterisk(), AGENT.NAME, ROOM.LABEL, INTERPRETER.NAME)
                .from(APPOINTMENT)
                .join(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(APPOINTMENT.ORGANISATION_ID))
                .and(AGENT.ID.eq(APPOINTMENT.AGENT_ID))
                .leftJoin(ROOM)
                .on(ROOM.ORGANISATION_ID.eq(APPOINTMENT.ORGANISATION_ID))
                .and(ROOM.ID.eq(APPOINTMENT.ROOM_ID))
                .leftJoin(INTERPRETER)
                .on(INTERPRETER.ORGANISATION_ID.eq(APPOINTMENT.ORGANISATION_ID))
                .and(INTERPRETER.ID.eq(APPOINTMENT.INTERPRETER_ID))
                .where(APPOINTMENT.ORGANISATION_ID.eq(organisation.value()));
    }

    private static Condition is(OrganisationId organisation, AppointmentId id) {
        return APPOINTMENT.ORGANISATION_ID.eq(organisation.value()).and(APPOINTMENT.ID.eq(id.value()));
    }

    private static Condition touches(Span span) {
        return condition("{0} && {1}", APPOINTMENT.DURING, val(span.stored(), APPOINTMENT.DURING));
    }

    private static Appointment appointment(Record row) {
        return new Appointment(
                new OrganisationId(row.get(APPOINTMENT.ORGANISATION_ID)),
                new AppointmentId(row.get(APPOINTMENT.ID)),
                Optional.ofNullable(row.get(APPOINTMENT.CASE_ID)).map(CaseId::new),
                MeetingMode.ofTag(row.get(APPOINTMENT.MODE)).orElseThrow(),
                Optional.ofNullable(row.get(APPOINTMENT.TOPIC_ID)).map(TopicId::new),
                Optional.ofNullable(row.get(APPOINTMENT.POINT_ID)).map(PointId::new),
                new AgentId(row.get(APPOINTMENT.AGENT_ID)),
                row.get(AGENT.NAME),
                Optional.ofNullable(row.get(APPOINTMENT.INTERPRETER_ID))
                        .map(id -> new BookedInterpreter(
                                new InterpreterId(id),
                                row.get(INTERPRETER.NAME),
                                new InterpretedLanguage(row.get(APPOINTMENT.INTERPRETER_LANGUAGE)))),
                Optional.ofNullable(row.get(ROOM.LABEL)),
                Span.of(row.get(APPOINTMENT.DURING)),
                AppointmentState.ofTag(row.get(APPOINTMENT.STATE)),
                Optional.ofNullable(row.get(APPOINTMENT.HELD_UNTIL)));
    }
}
