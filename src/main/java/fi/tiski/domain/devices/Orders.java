package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.DEVICE_ORDER;
import static fi.tiski.platform.tables.Tables.KIOSK_MESSAGE;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.KioskId;
import fi.tiski.platform.ids.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What machines are told to do, and what kiosks are told to show. */
@Repository
class Orders {

    private final DSLContext sql;

    Orders(DSLContext sql) {
        this.sql = sql;
    }

    /** One that waits already stays the one. */
    void give(Device device, Order.Act act, AgentId by, Instant now) {
        sql.insertInto(DEVICE_ORDER)
                .set(DEVICE_ORDER.ORGANISATION_ID, device.kiosk().organisation().value())
                .set(DEVICE_ORDER.ID, Ids.next())
                .set(DEVICE_ORDER.DEVICE_ID, device.id().value())
                .set(DEVICE_ORDER.ACT, act.tag())
                .set(DEVICE_ORDER.ORDERED_AT, now)
                .set(DEVICE_ORDER.ORDERED_BY, by.value())
                .onConflictDoNothing()
                .execute();
    }

    List<Order> waiting(Device device) {
        return sql.selectFrom(DEVICE_ORDER)
                .where(waits(device))
                .orderBy(DEVICE_ORDER.ORDERED_AT, DEVICE_ORDER.ID)
                .fetch(row -> new Order(row.getId(), Order.Act.ofTag(row.getAct()), row.getOrderedAt()));
    }

    /** How many of them were waiting. */
    int done(Device device, Collection<UUID> orders, Instant now) {
        return orders.isEmpty()
                ? 0
                : sql.update(DEVICE_ORDER)
                        .set(DEVICE_ORDER.DONE_AT, now)
                        .where(waits(device))
                        .and(DEVICE_ORDER.ID.in(orders))
                        .execute();
    }

    void show(Kiosk kiosk, ScreenMessage message, AgentId by, Instant now) {
        sql.insertInto(KIOSK_MESSAGE)
                .set(KIOSK_MESSAGE.ORGANISATION_ID, kiosk.organisation().value())
                .set(KIOSK_MESSAGE.KIOSK_ID, kiosk.id().value())
                .set(KIOSK_MESSAGE.WORDS, message.words())
                .set(KIOSK_MESSAGE.GOOD_UNTIL, message.until())
                .set(KIOSK_MESSAGE.SAID_BY, by.value())
                .set(KIOSK_MESSAGE.SAID_AT, now)
                .onConflict(KIOSK_MESSAGE.ORGANISATION_ID, KIOSK_MESSAGE.KIOSK_ID)
                .doUpdate()
                .set(KIOSK_MESSAGE.WORDS, message.words())
                .set(KIOSK_MESSAGE.GOOD_UNTIL, message.until())
                .set(KIOSK_MESSAGE.SAID_BY, by.value())
                .set(KIOSK_MESSAGE.SAID_AT, now)
                .execute();
    }

    void showNothing(Kiosk kiosk) {
        sql.deleteFrom(KIOSK_MESSAGE).where(of(kiosk)).execute();
    }

    Optional<ScreenMessage> message(Kiosk kiosk, Instant now) {
        return sql.selectFrom(KIOSK_MESSAGE)
                .where(of(kiosk))
                .and(KIOSK_MESSAGE.GOOD_UNTIL.gt(now))
                .fetchOptional(row -> new ScreenMessage(row.getWords(), row.getGoodUntil()));
    }

    Map<KioskId, ScreenMessage> messages(OrganisationId organisation, Instant now) {
        return sql.selectFrom(KIOSK_MESSAGE)
                .where(KIOSK_MESSAGE.ORGANISATION_ID.eq(organisation.value()))
                .and(KIOSK_MESSAGE.GOOD_UNTIL.gt(now))
                .fetchMap(
                        row -> new KioskId(row.getKioskId()),
                        row -> new ScreenMessage(row.getWords(), row.getGoodUntil()));
    }

    private static Condition of(Kiosk kiosk) {
        return KIOSK_MESSAGE
                .ORGANISATION_ID
                .eq(kiosk.organisation().value())
                .and(KIOSK_MESSAGE.KIOSK_ID.eq(kiosk.id().value()));
    }

    private static Condition waits(Device device) {
        return DEVICE_ORDER
                .ORGANISATION_ID
                .eq(device.kiosk().organisation().value())
                .and(DEVICE_ORDER.DEVICE_ID.eq(device.id().value()))
                .and(DEVICE_ORDER.DONE_AT.isNull());
    }
}
