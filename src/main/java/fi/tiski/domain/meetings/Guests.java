package fi.tiski.domain.meetings;

import static fi.tiski.platform.tables.Tables.MEETING_GUEST;

import fi.tiski.domain.appointments.BookedInterpreter;
import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Who was invited beside customer and agent, and where they stand. */
@Repository
class Guests {

    private final DSLContext sql;

    Guests(DSLContext sql) {
        this.sql = sql;
    }

    /** A guest, and whose meeting they come to. */
    record Opened(OrganisationId organisation, Guest guest) {}

    /** False when the press has invited somebody already. */
    boolean invite(VideoMeeting meeting, Role role, String name, UUID press, Instant now) {
        return insert(meeting, role, name, press, Optional.empty(), now);
    }

    /** The interpreter who was booked with the appointment. */
    void expect(VideoMeeting meeting, BookedInterpreter beside, Instant now) {
        var role = beside.language().isSigned() ? Role.SIGN_INTERPRETER : Role.INTERPRETER;
        insert(
                meeting,
                role,
                beside.name(),
                meeting.id().value(),
                Optional.of(beside.id().value()),
                now);
    }

    private boolean insert(
            VideoMeeting meeting, Role role, String name, UUID press, Optional<UUID> interpreter, Instant now) {
        return sql.insertInto(MEETING_GUEST)
                        .set(
                                MEETING_GUEST.ORGANISATION_ID,
                                meeting.organisation().value())
                        .set(MEETING_GUEST.ID, GuestId.next().value())
                        .set(MEETING_GUEST.MEETING_ID, meeting.id().value())
                        .set(MEETING_GUEST.PRESS, press)
                        .set(MEETING_GUEST.ROLE, role.tag())
                        .set(MEETING_GUEST.NAME, name)
                        .set(MEETING_GUEST.INTERPRETER_ID, interpreter.orElse(null))
                        .set(MEETING_GUEST.STATE, GuestState.INVITED.tag())
                        .set(MEETING_GUEST.INVITED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Guest byPress(OrganisationId organisation, UUID press) {
        return sql.selectFrom(MEETING_GUEST)
                .where(MEETING_GUEST.ORGANISATION_ID.eq(organisation.value()))
                .and(MEETING_GUEST.PRESS.eq(press))
                .fetchSingle(Guests::guest);
    }

    /** In the order in which they were invited; those whose link was taken back are none. */
    List<Guest> of(VideoMeeting meeting) {
        return sql.selectFrom(MEETING_GUEST)
                .where(MEETING_GUEST.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING_GUEST.MEETING_ID.eq(meeting.id().value()))
                .and(MEETING_GUEST.STATE.ne(GuestState.REVOKED.tag()))
                .orderBy(MEETING_GUEST.ID)
                .fetch(Guests::guest);
    }

    Optional<Guest> find(OrganisationId organisation, GuestId id) {
        return sql.selectFrom(MEETING_GUEST).where(is(organisation, id)).fetchOptional(Guests::guest);
    }

    Optional<Opened> openedBy(byte[] hash) {
        return sql.selectFrom(MEETING_GUEST)
                .where(MEETING_GUEST.TOKEN_HASH.eq(hash))
                .and(MEETING_GUEST.STATE.ne(GuestState.REVOKED.tag()))
                .fetchOptional(row -> new Opened(new OrganisationId(row.getOrganisationId()), guest(row)));
    }

    void give(OrganisationId organisation, GuestId id, byte[] hash) {
        sql.update(MEETING_GUEST)
                .set(MEETING_GUEST.TOKEN_HASH, hash)
                .where(is(organisation, id))
                .execute();
    }

    void moved(OrganisationId organisation, GuestId id, GuestState to) {
        sql.update(MEETING_GUEST)
                .set(MEETING_GUEST.STATE, to.tag())
                .where(is(organisation, id))
                .execute();
    }

    /** The customer's page shows all who are at the door. How many it did not show before. */
    int told(VideoMeeting meeting, Instant now) {
        return sql.update(MEETING_GUEST)
                .set(MEETING_GUEST.TOLD_AT, now)
                .where(MEETING_GUEST.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING_GUEST.MEETING_ID.eq(meeting.id().value()))
                .and(MEETING_GUEST.STATE.eq(GuestState.DOOR.tag()))
                .and(MEETING_GUEST.TOLD_AT.isNull())
                .execute();
    }

    /** @param state where the guest is from now on */
    void unwanted(OrganisationId organisation, GuestId id, GuestState state, Instant now) {
        sql.update(MEETING_GUEST)
                .set(MEETING_GUEST.UNWANTED_AT, now)
                .set(MEETING_GUEST.STATE, state.tag())
                .where(is(organisation, id))
                .execute();
    }

    void wanted(OrganisationId organisation, GuestId id) {
        sql.update(MEETING_GUEST)
                .setNull(MEETING_GUEST.UNWANTED_AT)
                .where(is(organisation, id))
                .execute();
    }

    private static Condition is(OrganisationId organisation, GuestId id) {
        return MEETING_GUEST.ORGANISATION_ID.eq(organisation.value()).and(MEETING_GUEST.ID.eq(id.value()));
    }

    private static Guest guest(Record row) {
        return new Guest(
                new GuestId(row.get(MEETING_GUEST.ID)),
                new MeetingId(row.get(MEETING_GUEST.MEETING_ID)),
                Role.ofTag(row.get(MEETING_GUEST.ROLE)),
                row.get(MEETING_GUEST.NAME),
                GuestState.ofTag(row.get(MEETING_GUEST.STATE)),
                row.get(MEETING_GUEST.INTERPRETER_ID) != null,
                row.get(MEETING_GUEST.TOKEN_HASH) != null,
                row.get(MEETING_GUEST.TOLD_AT) != null,
                row.get(MEETING_GUEST.UNWANTED_AT) != null);
    }
}
