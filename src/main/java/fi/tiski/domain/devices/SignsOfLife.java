package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.DEVICE;
import static fi.tiski.platform.tables.Tables.DEVICE_HEARD;
import static org.jooq.impl.DSL.coalesce;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.KioskId;
import fi.tiski.platform.tables.tables.records.DeviceHeardRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What was last heard of each machine: one row each, however often it speaks. */
@Repository
class SignsOfLife {

    private final DSLContext sql;

    SignsOfLife(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds the machine's row until the transaction ends: of two signs at once the second sees what the first left. */
    Optional<Heard> lock(Device device, Instant now) {
        sql.insertInto(DEVICE_HEARD)
                .set(DEVICE_HEARD.ORGANISATION_ID, device.kiosk().organisation().value())
                .set(DEVICE_HEARD.DEVICE_ID, device.id().value())
                .set(DEVICE_HEARD.HEARD_AT, now)
                .onConflictDoNothing()
                .execute();
        return sql.selectFrom(DEVICE_HEARD).where(is(device)).forUpdate().fetchOptional(SignsOfLife::heard);
    }

    void heard(Device device, Facts facts, Instant now) {
        sql.update(DEVICE_HEARD)
                .set(DEVICE_HEARD.HEARD_AT, now)
                .set(DEVICE_HEARD.FACTS_AT, now)
                .set(DEVICE_HEARD.VERSION, facts.version())
                .set(DEVICE_HEARD.SCREEN, facts.screen())
                .set(DEVICE_HEARD.PRINTER, facts.printer())
                .set(DEVICE_HEARD.SPEECH, facts.speech())
                .set(DEVICE_HEARD.JACK, facts.jack())
                .set(DEVICE_HEARD.FREE_DISK, facts.freeDisk())
                .set(
                        DEVICE_HEARD.TEMPERATURE,
                        facts.temperature().isPresent() ? facts.temperature().getAsDouble() : null)
                .where(is(device))
                .execute();
    }

    /** By its page, which says nothing but that it is there; false when that was known already. */
    boolean seen(Device device, Instant now, Duration apart) {
        return sql.insertInto(DEVICE_HEARD)
                        .set(
                                DEVICE_HEARD.ORGANISATION_ID,
                                device.kiosk().organisation().value())
                        .set(DEVICE_HEARD.DEVICE_ID, device.id().value())
                        .set(DEVICE_HEARD.HEARD_AT, now)
                        .onConflict(DEVICE_HEARD.ORGANISATION_ID, DEVICE_HEARD.DEVICE_ID)
                        .doUpdate()
                        .set(DEVICE_HEARD.HEARD_AT, now)
                        .where(DEVICE_HEARD.HEARD_AT.le(now.minus(apart)))
                        .execute()
                == 1;
    }

    Map<DeviceId, Heard> all(OrganisationId organisation) {
        return sql.selectFrom(DEVICE_HEARD)
                .where(DEVICE_HEARD.ORGANISATION_ID.eq(organisation.value()))
                .fetchMap(row -> new DeviceId(row.getDeviceId()), SignsOfLife::heard);
    }

    /** @param at when it was last heard of, or accepted when it never was */
    record Silent(OrganisationId organisation, KioskId kiosk, Instant at) {}

    /** The kiosks of every organisation of which nothing was heard since. */
    List<Silent> silentSince(Instant since) {
        var heard = coalesce(DEVICE_HEARD.HEARD_AT, DEVICE.ENROLLED_AT);
        return sql.select(DEVICE.ORGANISATION_ID, DEVICE.KIOSK_ID, heard)
                .from(DEVICE)
                .leftJoin(DEVICE_HEARD)
                .on(DEVICE_HEARD.ORGANISATION_ID.eq(DEVICE.ORGANISATION_ID))
                .and(DEVICE_HEARD.DEVICE_ID.eq(DEVICE.ID))
                .where(DEVICE.STATE.eq("enrolled"))
                .and(heard.le(since))
                .fetch(row -> new Silent(new OrganisationId(row.value1()), new KioskId(row.value2()), row.value3()));
    }

    private static Heard heard(DeviceHeardRecord row) {
        return new Heard(
                row.getHeardAt(),
                Optional.ofNullable(row.getFactsAt())
                        .map(at -> new Facts(
                                row.getVersion(),
                                row.getScreen(),
                                row.getPrinter(),
                                row.getSpeech(),
                                row.getJack(),
                                row.getFreeDisk(),
                                row.getTemperature() == null
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(row.getTemperature()))));
    }

    private static Condition is(Device device) {
        return DEVICE_HEARD
                .ORGANISATION_ID
                .eq(device.kiosk().organisation().value())
                .and(DEVICE_HEARD.DEVICE_ID.eq(device.id().value()));
    }
}
