package fi.tiski.domain.meetings;

import static fi.tiski.platform.tables.Tables.AGENT;
import static fi.tiski.platform.tables.Tables.MEETING;
import static fi.tiski.platform.tables.Tables.MEETING_GUEST;
import static fi.tiski.platform.tables.Tables.MEETING_PARTICIPANT;
import static org.jooq.impl.DSL.when;

import fi.tiski.domain.people.AgentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Who takes part in meetings, and the keys by which they come in. */
@Repository
class Participants {

    private static final short CUSTOMERS = 1;
    private static final short AGENTS = 2;

    /** A connection from each to each carries four, of whom two are customer and agent. */
    private static final List<Short> GUESTS = List.of((short) 3, (short) 4);

    private final DSLContext sql;

    Participants(DSLContext sql) {
        this.sql = sql;
    }

    /** A new key for whoever has this role; the one that they had opens nothing any more, and a window that had it is out. */
    void issue(VideoMeeting meeting, Role role, Optional<AgentId> agent, byte[] hash, Instant expires) {
        var organisation = meeting.organisation().value();
        var person = agent.map(AgentId::value).orElse(null);
        var seat = role == Role.CUSTOMER ? CUSTOMERS : AGENTS;
        // Of two agents only one is at the line of a meeting: the window of the one before is out.
        var isTheSame = MEETING_PARTICIPANT.AGENT_ID.isNotDistinctFrom(person);
        var changed = sql.update(MEETING_PARTICIPANT)
                .set(MEETING_PARTICIPANT.BROWSER, when(isTheSame, MEETING_PARTICIPANT.BROWSER))
                .set(MEETING_PARTICIPANT.JOINED_AT, when(isTheSame, MEETING_PARTICIPANT.JOINED_AT))
                .set(MEETING_PARTICIPANT.AGENT_ID, person)
                .set(MEETING_PARTICIPANT.TOKEN_HASH, hash)
                .set(MEETING_PARTICIPANT.EXPIRES_AT, expires)
                .set(MEETING_PARTICIPANT.SEAT, seat)
                .setNull(MEETING_PARTICIPANT.REVOKED_AT)
                .where(in(meeting))
                .and(MEETING_PARTICIPANT.ROLE.eq(role.tag()))
                .execute();
        if (changed == 0) {
            sql.insertInto(MEETING_PARTICIPANT)
                    .set(MEETING_PARTICIPANT.ORGANISATION_ID, organisation)
                    .set(MEETING_PARTICIPANT.ID, ParticipantId.next().value())
                    .set(MEETING_PARTICIPANT.MEETING_ID, meeting.id().value())
                    .set(MEETING_PARTICIPANT.ROLE, role.tag())
                    .set(MEETING_PARTICIPANT.AGENT_ID, person)
                    .set(MEETING_PARTICIPANT.TOKEN_HASH, hash)
                    .set(MEETING_PARTICIPANT.EXPIRES_AT, expires)
                    .set(MEETING_PARTICIPANT.SEAT, seat)
                    .execute();
        }
    }

    /** A new key for the guest's window; false, and it opens nothing, when they have no seat. */
    boolean issue(VideoMeeting meeting, GuestId guest, byte[] hash, Instant expires) {
        return sql.update(MEETING_PARTICIPANT)
                        .set(MEETING_PARTICIPANT.TOKEN_HASH, hash)
                        .set(MEETING_PARTICIPANT.EXPIRES_AT, expires)
                        .where(in(meeting))
                        .and(MEETING_PARTICIPANT.GUEST_ID.eq(guest.value()))
                        .and(MEETING_PARTICIPANT.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when all seats are taken. The meeting's row is locked: of two guests and one seat the later finds none. */
    boolean seat(VideoMeeting meeting, Guest guest, byte[] hash, Instant expires) {
        var taken = sql.select(MEETING_PARTICIPANT.SEAT)
                .from(MEETING_PARTICIPANT)
                .where(in(meeting))
                .and(MEETING_PARTICIPANT.SEAT.isNotNull())
                .fetchSet(MEETING_PARTICIPANT.SEAT);
        var free = GUESTS.stream().filter(seat -> !taken.contains(seat)).findFirst();
        free.ifPresent(seat -> sql.insertInto(MEETING_PARTICIPANT)
                .set(MEETING_PARTICIPANT.ORGANISATION_ID, meeting.organisation().value())
                .set(MEETING_PARTICIPANT.ID, ParticipantId.next().value())
                .set(MEETING_PARTICIPANT.MEETING_ID, meeting.id().value())
                .set(MEETING_PARTICIPANT.ROLE, guest.role().tag())
                .set(MEETING_PARTICIPANT.GUEST_ID, guest.id().value())
                .set(MEETING_PARTICIPANT.TOKEN_HASH, hash)
                .set(MEETING_PARTICIPANT.EXPIRES_AT, expires)
                .set(MEETING_PARTICIPANT.SEAT, seat)
                .onConflict(MEETING_PARTICIPANT.ORGANISATION_ID, MEETING_PARTICIPANT.GUEST_ID)
                .doUpdate()
                .set(MEETING_PARTICIPANT.TOKEN_HASH, hash)
                .set(MEETING_PARTICIPANT.EXPIRES_AT, expires)
                .setNull(MEETING_PARTICIPANT.REVOKED_AT)
                .set(MEETING_PARTICIPANT.SEAT, seat)
                .execute());
        return free.isPresent();
    }

    /** Out at once: their key opens nothing, and their seat is free. */
    void unseat(VideoMeeting meeting, GuestId guest, Instant now) {
        sql.update(MEETING_PARTICIPANT)
                .set(MEETING_PARTICIPANT.REVOKED_AT, now)
                .setNull(MEETING_PARTICIPANT.SEAT)
                .setNull(MEETING_PARTICIPANT.BROWSER)
                .setNull(MEETING_PARTICIPANT.JOINED_AT)
                .where(in(meeting))
                .and(MEETING_PARTICIPANT.GUEST_ID.eq(guest.value()))
                .execute();
    }

    /** Whether no guest would find a seat. */
    boolean isFull(VideoMeeting meeting) {
        return sql.fetchCount(MEETING_PARTICIPANT, in(meeting).and(MEETING_PARTICIPANT.SEAT.in(GUESTS)))
                == GUESTS.size();
    }

    /** Whether the customer's window was heard of since then. */
    boolean isCustomerHere(VideoMeeting meeting, Instant since) {
        return sql.fetchExists(
                MEETING_PARTICIPANT,
                in(meeting)
                        .and(MEETING_PARTICIPANT.ROLE.eq(Role.CUSTOMER.tag()))
                        .and(MEETING_PARTICIPANT.SEEN_AT.ge(since)));
    }

    /** Empty for a key that is forged, has run out, or was replaced. */
    Optional<Seat> openedBy(byte[] hash, Instant now) {
        return sql.select(MEETING.asterisk(), AGENT.NAME, MEETING_GUEST.NAME)
                .select(MEETING_PARTICIPANT.ID, MEETING_PARTICIPANT.ROLE, MEETING_PARTICIPANT.BROWSER)
                .from(MEETING_PARTICIPANT)
                .join(MEETING)
                .on(MEETING.ORGANISATION_ID.eq(MEETING_PARTICIPANT.ORGANISATION_ID))
                .and(MEETING.ID.eq(MEETING_PARTICIPANT.MEETING_ID))
                .leftJoin(AGENT)
                .on(AGENT.ORGANISATION_ID.eq(MEETING.ORGANISATION_ID))
                .and(AGENT.ID.eq(MEETING.AGENT_ID))
                .leftJoin(MEETING_GUEST)
                .on(isTheirs())
                .where(MEETING_PARTICIPANT.TOKEN_HASH.eq(hash))
                .and(MEETING_PARTICIPANT.EXPIRES_AT.gt(now))
                .and(MEETING_PARTICIPANT.REVOKED_AT.isNull())
                .fetchOptional(row -> {
                    var meeting = Meetings.meeting(row);
                    return new Seat(meeting, participant(row, meeting.agentName()));
                });
    }

    List<Participant> of(VideoMeeting meeting) {
        return sql.select(MEETING_PARTICIPANT.asterisk(), MEETING_GUEST.NAME)
                .from(MEETING_PARTICIPANT)
                .leftJoin(MEETING_GUEST)
                .on(isTheirs())
                .where(in(meeting))
                .and(MEETING_PARTICIPANT.REVOKED_AT.isNull())
                .orderBy(MEETING_PARTICIPANT.SEAT)
                .fetch(row -> participant(row, meeting.agentName()));
    }

    void joins(VideoMeeting meeting, ParticipantId who, UUID browser, Instant now) {
        sql.update(MEETING_PARTICIPANT)
                .set(MEETING_PARTICIPANT.BROWSER, browser)
                .set(MEETING_PARTICIPANT.JOINED_AT, now)
                .set(MEETING_PARTICIPANT.SEEN_AT, now)
                .where(is(meeting, who))
                .execute();
    }

    /** Out of that window; does nothing when they are in another one meanwhile. How many changed. */
    int leaves(VideoMeeting meeting, ParticipantId who, UUID browser) {
        return sql.update(MEETING_PARTICIPANT)
                .setNull(MEETING_PARTICIPANT.BROWSER)
                .setNull(MEETING_PARTICIPANT.JOINED_AT)
                .where(is(meeting, who))
                .and(MEETING_PARTICIPANT.BROWSER.eq(browser))
                .execute();
    }

    /** Their line is open. Returns how many: none when they are in another window meanwhile. */
    int seen(VideoMeeting meeting, ParticipantId who, UUID browser, Instant now) {
        return sql.update(MEETING_PARTICIPANT)
                .set(MEETING_PARTICIPANT.SEEN_AT, now)
                .where(is(meeting, who))
                .and(MEETING_PARTICIPANT.BROWSER.eq(browser))
                .execute();
    }

    private static Condition isTheirs() {
        return MEETING_GUEST
                .ORGANISATION_ID
                .eq(MEETING_PARTICIPANT.ORGANISATION_ID)
                .and(MEETING_GUEST.ID.eq(MEETING_PARTICIPANT.GUEST_ID));
    }

    private static Condition in(VideoMeeting meeting) {
        return MEETING_PARTICIPANT
                .ORGANISATION_ID
                .eq(meeting.organisation().value())
                .and(MEETING_PARTICIPANT.MEETING_ID.eq(meeting.id().value()));
    }

    private static Condition is(VideoMeeting meeting, ParticipantId who) {
        return in(meeting).and(MEETING_PARTICIPANT.ID.eq(who.value()));
    }

    private static Participant participant(Record row, Optional<String> agentName) {
        var role = Role.ofTag(row.get(MEETING_PARTICIPANT.ROLE));
        return new Participant(
                new ParticipantId(row.get(MEETING_PARTICIPANT.ID)),
                role,
                role == Role.AGENT ? agentName : Optional.ofNullable(row.get(MEETING_GUEST.NAME)),
                Optional.ofNullable(row.get(MEETING_PARTICIPANT.BROWSER)));
    }
}
