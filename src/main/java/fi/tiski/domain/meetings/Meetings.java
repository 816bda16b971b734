package fi.tiski.domain.meetings;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.MEETING;
import static fi.tiski.platform.tables.Tables.MEETING_PARTICIPANT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class Meetings {

    private final DSLContext sql;

    Meetings(DSLContext sql) {
        this.sql = sql;
    }

    /** Empty when this press has made one already, or one is under way on the case. */
    Optional<MeetingId> insert(
            OrganisationId organisation,
            CaseId its,
            Optional<PointId> point,
            Channel channel,
            UUID press,
            Optional<Duration> told,
            Instant now) {
        return sql.insertInto(MEETING)
                .set(MEETING.ORGANISATION_ID, organisation.value())
                .set(MEETING.ID, MeetingId.next().value())
                .set(MEETING.CASE_ID, its.value())
                .set(MEETING.POINT_ID, point.map(PointId::value).orElse(null))
                .set(MEETING.CHANNEL, channel.tag())
                .set(MEETING.PRESS, press)
                .set(MEETING.STATE, MeetingState.WAITING.tag())
                .set(MEETING.ASKED_AT, now)
                .set(
                        MEETING.TOLD_MINUTES,
                        told.map(wait -> (int) wait.toMinutes()).orElse(null))
                .onConflictDoNothing()
                .returning(MEETING.ID)
                .fetchOptional(row -> new MeetingId(row.getId()));
    }

    /** The one that belongs to the appointment; made when there is none yet. True when it has been made. */
    boolean book(Appointment booked, Instant now) {
        return sql.insertInto(MEETING)
                        .set(MEETING.ORGANISATION_ID, booked.organisation().value())
                        .set(MEETING.ID, MeetingId.next().value())
                        .set(MEETING.CASE_ID, booked.caseId().orElseThrow().value())
                        .set(MEETING.APPOINTMENT_ID, booked.id().value())
                        .set(MEETING.CHANNEL, Channel.HOME.tag())
                        .set(MEETING.PRESS, booked.id().value())
                        .set(MEETING.STATE, MeetingState.BOOKED.tag())
                        .set(MEETING.ASKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<VideoMeeting> ofAppointment(OrganisationId organisation, AppointmentId appointment) {
        return select().where(of(organisation))
                .and(MEETING.APPOINTMENT_ID.eq(appointment.value()))
                .fetchOptional(Meetings::meeting);
    }

    /** The customer has come to a booked one. */
    void come(VideoMeeting meeting, Channel channel, Optional<PointId> point, Instant now) {
        sql.update(MEETING)
                .set(MEETING.STATE, MeetingState.WAITING.tag())
                .set(MEETING.CHANNEL, channel.tag())
                .set(MEETING.POINT_ID, point.map(PointId::value).orElse(null))
                .set(MEETING.ASKED_AT, now)
                .where(is(meeting.organisation(), meeting.id()))
                .execute();
    }

    void goneForNow(VideoMeeting meeting) {
        sql.update(MEETING)
                .set(MEETING.STATE, MeetingState.BOOKED.tag())
                .where(is(meeting.organisation(), meeting.id()))
                .execute();
    }

    /** Of all organisations: booked ones whose customer waits, and the appointment began before then. */
    List<VideoMeeting> withoutTheirAgent(Instant began) {
        return select().where(MEETING.STATE.eq(MeetingState.WAITING.tag()))
                .and(MEETING.APPOINTMENT_ID.isNotNull())
                .and(MEETING.APOLOGISED_AT.isNull())
                .andExists(selectOne()
                        .from(APPOINTMENT)
                        .where(APPOINTMENT.ORGANISATION_ID.eq(MEETING.ORGANISATION_ID))
                        .and(APPOINTMENT.ID.eq(MEETING.APPOINTMENT_ID))
                        .and(condition("lower({0}) <= {1}", APPOINTMENT.DURING, val(began, MEETING.ASKED_AT))))
                .fetch(Meetings::meeting);
    }

    /** Booked ones whose customers were told since then that their agent has not come; the latest first. */
    List<VideoMeeting> missedSince(OrganisationId organisation, Instant since) {
        return select().where(of(organisation))
                .and(MEETING.APPOINTMENT_ID.isNotNull())
                .and(MEETING.APOLOGISED_AT.ge(since))
                .orderBy(MEETING.APOLOGISED_AT.desc())
                .fetch(Meetings::meeting);
    }

    Optional<VideoMeeting> byPress(OrganisationId organisation, UUID press) {
        return select().where(of(organisation)).and(MEETING.PRESS.eq(press)).fetchOptional(Meetings::meeting);
    }

    Optional<VideoMeeting> get(OrganisationId organisation, MeetingId id) {
        return select().where(is(organisation, id)).fetchOptional(Meetings::meeting);
    }

    Optional<VideoMeeting> lock(OrganisationId organisation, MeetingId id) {
        return select().where(is(organisation, id)).forUpdate().of(MEETING).fetchOptional(Meetings::meeting);
    }

    /** The one under way, else the last one of the case; a booked one whose customer has yet to come is none. */
    Optional<VideoMeeting> ofCase(OrganisationId organisation, CaseId its) {
        return select().where(of(organisation))
                .and(MEETING.CASE_ID.eq(its.value()))
                .and(MEETING.STATE.notIn(MeetingState.BOOKED.tag(), MeetingState.CALLED_OFF.tag()))
                .orderBy(
                        field(MEETING.STATE.in(MeetingState.WAITING.tag(), MeetingState.LIVE.tag()))
                                .desc(),
                        MEETING.ASKED_AT.desc(),
                        MEETING.ID.desc())
                .limit(1)
                .fetchOptional(Meetings::meeting);
    }

    /** Who asked for one now; the first who asked is the first. */
    List<VideoMeeting> waiting(OrganisationId organisation) {
        return select().where(of(organisation))
                .and(MEETING.STATE.eq(MeetingState.WAITING.tag()))
                .and(MEETING.APPOINTMENT_ID.isNull())
                .orderBy(MEETING.ASKED_AT, MEETING.ID)
                .fetch(Meetings::meeting);
    }

    List<VideoMeeting> live(OrganisationId organisation) {
        return select().where(of(organisation))
                .and(MEETING.STATE.eq(MeetingState.LIVE.tag()))
                .fetch(Meetings::meeting);
    }

    void answered(VideoMeeting meeting, AgentId agent, Instant now) {
        sql.update(MEETING)
                .set(MEETING.STATE, MeetingState.LIVE.tag())
                .set(MEETING.AGENT_ID, agent.value())
                .set(MEETING.ANSWERED_AT, now)
                .where(is(meeting.organisation(), meeting.id()))
                .execute();
    }

    void ended(VideoMeeting meeting, MeetingState how, Instant now) {
        sql.update(MEETING)
                .set(MEETING.STATE, how.tag())
                .set(MEETING.ENDED_AT, now)
                .where(is(meeting.organisation(), meeting.id()))
                .execute();
    }

    /** Of all organisations: who waits, and was told at most so long, or nothing and has waited for {@code unpromised}. */
    List<VideoMeeting> overdue(Duration unpromised, Instant now) {
        return select()
                .where(MEETING.STATE.eq(MeetingState.WAITING.tag()))
                .and(MEETING.APPOINTMENT_ID.isNull())
                .and(MEETING.APOLOGISED_AT.isNull())
                .and(MEETING.ASKED_AT.lt(now))
                .fetch(Meetings::meeting)
                .stream()
                .filter(one -> one.askedAt().plus(one.told().orElse(unpromised)).isBefore(now))
                .toList();
    }

    /** Of all organisations: who waits, and whose window has said nothing since then. */
    List<VideoMeeting> silentSince(Instant then) {
        return select().where(MEETING.STATE.eq(MeetingState.WAITING.tag()))
                .and(MEETING.ASKED_AT.lt(then))
                .andNotExists(selectOne()
                        .from(MEETING_PARTICIPANT)
                        .where(MEETING_PARTICIPANT.ORGANISATION_ID.eq(MEETING.ORGANISATION_ID))
                        .and(MEETING_PARTICIPANT.MEETING_ID.eq(MEETING.ID))
                        .and(MEETING_PARTICIPANT.ROLE.eq(Role.CUSTOMER.tag()))
                        .and(MEETING_PARTICIPANT.SEEN_AT.ge(then)))
                .fetch(Meetings::meeting);
    }

    /** How many: none when somebody has told them already, or answered meanwhile. */
    int apologised(VideoMeeting meeting, Instant now) {
        return sql.update(MEETING)
                .set(MEETING.APOLOGISED_AT, now)
                .where(is(meeting.organisation(), meeting.id()))
                .and(MEETING.STATE.eq(MeetingState.WAITING.tag()))
                .and(MEETING.APOLOGISED_AT.isNull())
                .execute();
    }

    /** How long the last ones took, the latest first. */
    List<Duration> lately(OrganisationId organisation, int most) {
        return sql.select(MEETING.ANSWERED_AT, MEETING.ENDED_AT)
                .from(MEETING)
                .where(of(organisation))
                .and(MEETING.STATE.eq(MeetingState.OVER.tag()))
                .orderBy(MEETING.ENDED_AT.desc())
                .limit(most)
                .fetch(row -> Duration.between(row.value1(), row.value2()));
    }

    private SelectOnConditionStep<? extends Record> select() {
        return sql.select(MEETING.asterisk(), AGENT.NAME)
                .from(MEETING)
                .leftJoin(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(MEETING.ORGANISATION_ID))
                .and(AGENT.ID.eq(MEETING.AGENT_ID));
    }

    private static Condition of(OrganisationId organisation) {
        return MEETING.ORGANISATION_ID.eq(organisation.value());
    }

    private static Condition is(OrganisationId organisation, MeetingId id) {
        return of(organisation).and(MEETING.ID.eq(id.value()));
    }

    static VideoMeeting meeting(Record row) {
        return new VideoMeeting(
                new OrganisationId(row.get(MEETING.ORGANISATION_ID)),
                new MeetingId(row.get(MEETING.ID)),
                new CaseId(row.get(MEETING.CASE_ID)),
                Optional.ofNullable(row.get(MEETING.POINT_ID)).map(PointId::new),
                Channel.valueOf(row.get(MEETING.CHANNEL).toUpperCase(Locale.ROOT)),
                MeetingState.ofTag(row.get(MEETING.STATE)),
                row.get(MEETING.ASKED_AT),
                Optional.ofNullable(row.get(MEETING.TOLD_MINUTES)).map(Duration::ofMinutes),
                Optional.ofNullable(row.get(MEETING.AGENT_ID)).map(AgentId::new),
                Optional.ofNullable(row.get(AGENT.NAME)),
                Optional.ofNullable(row.get(MEETING.ANSWERED_AT)),
                Optional.ofNullable(row.get(MEETING.APOLOGISED_AT)),
                Optional.ofNullable(row.get(MEETING.APPOINTMENT_ID)).map(AppointmentId::new));
    }
}
