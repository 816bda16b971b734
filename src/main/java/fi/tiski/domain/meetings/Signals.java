package fi.tiski.domain.meetings;

import static fi.tiski.platform.tables.Tables.MEETING;
import static fi.tiski.platform.tables.Tables.MEETING_SIGNAL;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What browsers tell each other. Out of order it gave pictures in one direction only; so it is numbered. */
@Repository
class Signals {

    private final DSLContext sql;

    Signals(DSLContext sql) {
        this.sql = sql;
    }

    /** The meeting's row stays locked until the commit: whoever reads up to a number has all that came before it. */
    void send(VideoMeeting meeting, ParticipantId from, ParticipantId to, UUID toBrowser, String body) {
        var number = sql.update(MEETING)
                .set(MEETING.LAST_SIGNAL, MEETING.LAST_SIGNAL.plus(1))
                .where(MEETING.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING.ID.eq(meeting.id().value()))
                .returning(MEETING.LAST_SIGNAL)
                .fetchSingle(MEETING.LAST_SIGNAL);
        sql.insertInto(MEETING_SIGNAL)
                .set(MEETING_SIGNAL.ORGANISATION_ID, meeting.organisation().value())
                .set(MEETING_SIGNAL.MEETING_ID, meeting.id().value())
                .set(MEETING_SIGNAL.NUMBER, number)
                .set(MEETING_SIGNAL.FROM_ID, from.value())
                .set(MEETING_SIGNAL.TO_ID, to.value())
                .set(MEETING_SIGNAL.TO_BROWSER, toBrowser)
                .set(MEETING_SIGNAL.BODY, body)
                .execute();
    }

    long last(VideoMeeting meeting) {
        return sql.select(MEETING.LAST_SIGNAL)
                .from(MEETING)
                .where(MEETING.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING.ID.eq(meeting.id().value()))
                .fetchSingle(row -> row.value1());
    }

    List<Signal> after(VideoMeeting meeting, ParticipantId to, UUID browser, long number) {
        return sql.selectFrom(MEETING_SIGNAL)
                .where(MEETING_SIGNAL.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING_SIGNAL.MEETING_ID.eq(meeting.id().value()))
                .and(MEETING_SIGNAL.TO_ID.eq(to.value()))
                .and(MEETING_SIGNAL.TO_BROWSER.eq(browser))
                .and(MEETING_SIGNAL.NUMBER.gt(number))
                .orderBy(MEETING_SIGNAL.NUMBER)
                .fetch(row -> new Signal(row.getNumber(), new ParticipantId(row.getFromId()), row.getBody()));
    }

    void forget(VideoMeeting meeting) {
        sql.deleteFrom(MEETING_SIGNAL)
                .where(MEETING_SIGNAL.ORGANISATION_ID.eq(meeting.organisation().value()))
                .and(MEETING_SIGNAL.MEETING_ID.eq(meeting.id().value()))
                .execute();
    }
}
