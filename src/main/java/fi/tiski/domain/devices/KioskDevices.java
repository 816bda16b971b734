package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.DEVICE;
import static fi.tiski.platform.tables.Tables.KIOSK;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.KioskId;
import fi.tiski.domain.points.PointsService;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The machines, and whose key is good. */
@Repository
class KioskDevices {

    private static final String ENROLLED = "enrolled";
    private static final String REVOKED = "revoked";

    private final DSLContext sql;
    private final PointsService points;

    KioskDevices(DSLContext sql, PointsService points) {
        this.sql = sql;
        this.points = points;
    }

    /** Whose key is good. */
    Optional<Device> byKey(byte[] keyHash) {
        return one(DEVICE.KEY_HASH.eq(keyHash).and(DEVICE.STATE.eq(ENROLLED)));
    }

    Optional<Device> enrolled(OrganisationId organisation, DeviceId device) {
        return one(is(organisation, device).and(DEVICE.STATE.eq(ENROLLED)));
    }

    boolean isEnrolled(OrganisationId organisation, DeviceId device) {
        return sql.fetchExists(DEVICE, is(organisation, device).and(DEVICE.STATE.eq(ENROLLED)));
    }

    /** Also one whose key is no longer good. */
    Optional<Device> ever(OrganisationId organisation, DeviceId device) {
        return one(is(organisation, device));
    }

    boolean wasRevoked(byte[] keyHash) {
        return sql.fetchExists(DEVICE, DEVICE.KEY_HASH.eq(keyHash).and(DEVICE.STATE.eq(REVOKED)));
    }

    Optional<Device> of(OrganisationId organisation, KioskId kiosk) {
        return one(DEVICE.ORGANISATION_ID
                .eq(organisation.value())
                .and(DEVICE.KIOSK_ID.eq(kiosk.value()))
                .and(DEVICE.STATE.eq(ENROLLED)));
    }

    List<Device> enrolled(OrganisationId organisation) {
        return sql.select(DEVICE.asterisk(), KIOSK.SLUG)
                .from(DEVICE)
                .join(KIOSK)
                .on(KIOSK.ORGANISATION_ID.eq(DEVICE.ORGANISATION_ID))
                .and(KIOSK.ID.eq(DEVICE.KIOSK_ID))
                .where(DEVICE.ORGANISATION_ID.eq(organisation.value()))
                .and(DEVICE.STATE.eq(ENROLLED))
                .fetch(this::device);
    }

    /** Empty when another machine is this kiosk, also when it became so at this very moment. */
    Optional<Device> insert(Kiosk kiosk, byte[] keyHash, AgentId by, Instant now) {
        var id = DeviceId.next();
        var inserted = sql.insertInto(DEVICE)
                .set(DEVICE.ORGANISATION_ID, kiosk.organisation().value())
                .set(DEVICE.ID, id.value())
                .set(DEVICE.KIOSK_ID, kiosk.id().value())
                .set(DEVICE.KEY_HASH, keyHash)
                .set(DEVICE.STATE, ENROLLED)
                .set(DEVICE.ENROLLED_AT, now)
                .set(DEVICE.ENROLLED_BY, by.value())
                .onConflictDoNothing()
                .execute();
        return inserted == 1 ? ever(kiosk.organisation(), id) : Optional.empty();
    }

    /** False when somebody else has done it. */
    boolean revoke(Device device, AgentId by, Instant now) {
        return sql.update(DEVICE)
                        .set(DEVICE.STATE, REVOKED)
                        .set(DEVICE.REVOKED_AT, now)
                        .set(DEVICE.REVOKED_BY, by.value())
                        .where(is(device.kiosk().organisation(), device.id()))
                        .and(DEVICE.STATE.eq(ENROLLED))
                        .execute()
                == 1;
    }

    private Optional<Device> one(Condition which) {
        return sql.select(DEVICE.asterisk(), KIOSK.SLUG)
                .from(DEVICE)
                .join(KIOSK)
                .on(KIOSK.ORGANISATION_ID.eq(DEVICE.ORGANISATION_ID))
                .and(KIOSK.ID.eq(DEVICE.KIOSK_ID))
                .where(which)
                .fetchOptional(this::device);
    }

    private Device device(Record row) {
        return new Device(
                new DeviceId(row.get(DEVICE.ID)),
                points.kiosk(row.get(KIOSK.SLUG)).orElseThrow(() -> new NoSuchElementException("No such kiosk")),
                row.get(DEVICE.ENROLLED_AT),
                new AgentId(row.get(DEVICE.ENROLLED_BY)));
    }

    private static Condition is(OrganisationId organisation, DeviceId device) {
        return DEVICE.ORGANISATION_ID.eq(organisation.value()).and(DEVICE.ID.eq(device.value()));
    }
}
