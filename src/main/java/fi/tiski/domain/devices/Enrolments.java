package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.DEVICE_ARRIVAL;
import static fi.tiski.platform.tables.Tables.ENROLMENT;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The machines that ask to be kiosks, with the code that each shows; and the tickets by which browsers arrive. */
@Repository
class Enrolments {

    /** Of six signs out of 22 there are a hundred million; good for as long as somebody needs to walk to a telephone. */
    private static final int CODE_LENGTH = 6;

    private static final Duration CODE_GOOD = Duration.ofMinutes(10);
    private static final Duration TICKET_GOOD = Duration.ofSeconds(60);

    /** The page that asks may have slept for as long. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String WAITING = "waiting";

    private final DSLContext sql;

    Enrolments(DSLContext sql) {
        this.sql = sql;
    }

    /** @param device the machine that it has become; null while it waits */
    record Asked(
            EnrolmentId id,
            byte[] keyHash,
            String code,
            Instant until,
            @Nullable DeviceId device) {

        boolean isGood(Instant now) {
            return device == null && now.isBefore(until);
        }
    }

    Optional<Asked> byKey(OrganisationId organisation, byte[] keyHash) {
        return find(ENROLMENT.ORGANISATION_ID.eq(organisation.value()).and(ENROLMENT.KEY_HASH.eq(keyHash)));
    }

    /** One that waits or waited with that code, held until the transaction ends. */
    Optional<Asked> lockByCode(OrganisationId organisation, String code) {
        return sql.selectFrom(ENROLMENT)
                .where(ENROLMENT.ORGANISATION_ID.eq(organisation.value()))
                .and(ENROLMENT.CODE.eq(code))
                .orderBy(ENROLMENT.STATE.eq(WAITING).desc(), ENROLMENT.ASKED_AT.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional(Enrolments::asked);
    }

    /** With a new code, in place of what this key had. One that was accepted meanwhile stays so. */
    Asked ask(OrganisationId organisation, byte[] keyHash, Instant now) {
        var code = freshCode(organisation);
        sql.insertInto(ENROLMENT)
                .set(ENROLMENT.ORGANISATION_ID, organisation.value())
                .set(ENROLMENT.ID, EnrolmentId.next().value())
                .set(ENROLMENT.KEY_HASH, keyHash)
                .set(ENROLMENT.CODE, code)
                .set(ENROLMENT.STATE, WAITING)
                .set(ENROLMENT.ASKED_AT, now)
                .set(ENROLMENT.GOOD_UNTIL, now.plus(CODE_GOOD))
                .onConflict(ENROLMENT.KEY_HASH)
                .doUpdate()
                .set(ENROLMENT.CODE, code)
                .set(ENROLMENT.ASKED_AT, now)
                .set(ENROLMENT.GOOD_UNTIL, now.plus(CODE_GOOD))
                .where(ENROLMENT.STATE.eq(WAITING))
                .execute();
        return byKey(organisation, keyHash).orElseThrow();
    }

    private String freshCode(OrganisationId organisation) {
        var code = Ids.speakable(CODE_LENGTH);
        while (lockByCode(organisation, code).isPresent()) {
            code = Ids.speakable(CODE_LENGTH);
        }
        return code;
    }

    void accepted(OrganisationId organisation, Asked asked, Device device) {
        sql.update(ENROLMENT)
                .set(ENROLMENT.STATE, "accepted")
                .set(ENROLMENT.DEVICE_ID, device.id().value())
                .where(ENROLMENT.ORGANISATION_ID.eq(organisation.value()))
                .and(ENROLMENT.ID.eq(asked.id().value()))
                .execute();
    }

    String ticketFor(Device device, Instant now) {
        var ticket = Ids.token();
        sql.insertInto(DEVICE_ARRIVAL)
                .set(
                        DEVICE_ARRIVAL.ORGANISATION_ID,
                        device.kiosk().organisation().value())
                .set(DEVICE_ARRIVAL.DEVICE_ID, device.id().value())
                .set(DEVICE_ARRIVAL.TICKET_HASH, Secret.hash(ticket))
                .set(DEVICE_ARRIVAL.GOOD_UNTIL, now.plus(TICKET_GOOD))
                .execute();
        return ticket;
    }

    /** Used up by asking; whose it was, when it was still good. */
    record Used(OrganisationId organisation, DeviceId device) {}

    Optional<Used> use(String ticket, Instant now) {
        return sql.deleteFrom(DEVICE_ARRIVAL)
                .where(DEVICE_ARRIVAL.TICKET_HASH.eq(Secret.hash(ticket)))
                .returning()
                .fetchOptional()
                .filter(row -> now.isBefore(row.getGoodUntil()))
                .map(row -> new Used(new OrganisationId(row.getOrganisationId()), new DeviceId(row.getDeviceId())));
    }

    int forgetOld(Instant now) {
        return sql.deleteFrom(ENROLMENT)
                        .where(ENROLMENT.GOOD_UNTIL.lt(now.minus(KEPT)))
                        .execute()
                + sql.deleteFrom(DEVICE_ARRIVAL)
                        .where(DEVICE_ARRIVAL.GOOD_UNTIL.lt(now))
                        .execute();
    }

    private Optional<Asked> find(Condition which) {
        return sql.selectFrom(ENROLMENT).where(which).fetchOptional(Enrolments::asked);
    }

    private static Asked asked(fi.tiski.platform.tables.tables.records.EnrolmentRecord row) {
        return new Asked(
                new EnrolmentId(row.getId()),
                row.getKeyHash(),
                row.getCode(),
                row.getGoodUntil(),
                row.getDeviceId() == null ? null : new DeviceId(row.getDeviceId()));
    }
}
