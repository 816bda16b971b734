package fi.tiski.domain.meetings;

import static fi.tiski.platform.tables.Tables.MEETING;
import static fi.tiski.platform.tables.Tables.MEETING_LINK;

import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The links by which customers come to booked meetings; only their hashes are kept. */
@Repository
class MeetingLinks {

    private final DSLContext sql;

    MeetingLinks(DSLContext sql) {
        this.sql = sql;
    }

    /** The meeting that a link opens, and whose. */
    record Opened(OrganisationId organisation, MeetingId meeting) {}

    /** Nothing happens when it has been given already. */
    void give(VideoMeeting meeting, byte[] hash, Instant now) {
        sql.insertInto(MEETING_LINK)
                .set(MEETING_LINK.ORGANISATION_ID, meeting.organisation().value())
                .set(MEETING_LINK.TOKEN_HASH, hash)
                .set(MEETING_LINK.MEETING_ID, meeting.id().value())
                .set(MEETING_LINK.GIVEN_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** All that the customer was given open nothing from now on, and the next is another one. */
    void revoke(VideoMeeting meeting, Instant now) {
        sql.update(MEETING_LINK)
                .set(MEETING_LINK.REVOKED_AT, now)
                .where(MEETING_LINK.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING_LINK.MEETING_ID.eq(meeting.id().value()))
                .and(MEETING_LINK.REVOKED_AT.isNull())
                .execute();
        sql.update(MEETING)
                .set(MEETING.LINKS_GIVEN, MEETING.LINKS_GIVEN.plus(1))
                .where(MEETING.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING.ID.eq(meeting.id().value()))
                .execute();
    }

    /** How often the customer was given a new one in place of those that they had. */
    int given(VideoMeeting meeting) {
        return sql.select(MEETING.LINKS_GIVEN)
                .from(MEETING)
                .where(MEETING.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING.ID.eq(meeting.id().value()))
                .fetchSingle(row -> row.value1());
    }

    Optional<Opened> openedBy(byte[] hash) {
        return sql.selectFrom(MEETING_LINK)
                .where(MEETING_LINK.TOKEN_HASH.eq(hash))
                .and(MEETING_LINK.REVOKED_AT.isNull())
                .fetchOptional(row ->
                        new Opened(new OrganisationId(row.getOrganisationId()), new MeetingId(row.getMeetingId())));
    }
}
