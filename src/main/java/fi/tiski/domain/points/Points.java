package fi.tiski.domain.points;

import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.KIOSK;
import static fi.tiski.platform.tables.Tables.POINT_OPEN_SPANS;
import static fi.tiski.platform.tables.Tables.ROOM;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.tables.tables.records.KioskRecord;
import fi.tiski.platform.tables.tables.records.ServicePointRecord;
import fi.tiski.platform.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class Points {

    private final DSLContext sql;

    Points(DSLContext sql) {
        this.sql = sql;
    }

    List<ServicePoint> all(OrganisationId organisation) {
        return sql.selectFrom(SERVICE_POINT)
                .where(SERVICE_POINT.ORGANISATION_ID.eq(organisation.value()))
                .orderBy(SERVICE_POINT.SORT, SERVICE_POINT.SLUG)
                .fetch(Points::point);
    }

    Optional<ServicePoint> find(OrganisationId organisation, PointId point) {
        return sql.selectFrom(SERVICE_POINT)
                .where(SERVICE_POINT.ORGANISATION_ID.eq(organisation.value()))
                .and(SERVICE_POINT.ID.eq(point.value()))
                .fetchOptional(Points::point);
    }

    Optional<ServicePoint> bySlug(String slug) {
        return sql.selectFrom(SERVICE_POINT).where(SERVICE_POINT.SLUG.eq(slug)).fetchOptional(Points::point);
    }

    Optional<Kiosk> kiosk(String slug) {
        return sql.selectFrom(KIOSK).where(KIOSK.SLUG.eq(slug)).fetchOptional(Points::kiosk);
    }

    List<Kiosk> kiosks(OrganisationId organisation) {
        return sql.selectFrom(KIOSK)
                .where(KIOSK.ORGANISATION_ID.eq(organisation.value()))
                .orderBy(KIOSK.SLUG)
                .fetch(Points::kiosk);
    }

    void measure(Kiosk kiosk, Geometry geometry) {
        sql.update(KIOSK)
                .set(KIOSK.PX_PER_MM, geometry.pxPerMm())
                .set(KIOSK.VIEWING_MM, geometry.viewingMm())
                .set(KIOSK.LOWEST_MM, geometry.lowestMm())
                .set(KIOSK.HIGHEST_MM, geometry.highestMm())
                .where(is(kiosk))
                .execute();
    }

    void light(Kiosk kiosk, Optional<ScreenHours> hours) {
        sql.update(KIOSK)
                .set(KIOSK.SCREEN_OPENS, hours.map(ScreenHours::opens).orElse(null))
                .set(KIOSK.SCREEN_CLOSES, hours.map(ScreenHours::closes).orElse(null))
                .where(is(kiosk))
                .execute();
    }

    private static Condition is(Kiosk kiosk) {
        return KIOSK.ORGANISATION_ID
                .eq(kiosk.organisation().value())
                .and(KIOSK.ID.eq(kiosk.id().value()));
    }

    List<Counter> counters(OrganisationId organisation, PointId point) {
        return sql.selectFrom(COUNTER)
                .where(COUNTER.ORGANISATION_ID.eq(organisation.value()))
                .and(COUNTER.POINT_ID.eq(point.value()))
                .orderBy(COUNTER.LABEL)
                .fetch(row -> new Counter(new CounterId(row.getId()), point, row.getLabel()));
    }

    Optional<String> roomLabel(OrganisationId organisation, RoomId room) {
        return sql.select(ROOM.LABEL)
                .from(ROOM)
                .where(ROOM.ORGANISATION_ID.eq(organisation.value()))
                .and(ROOM.ID.eq(room.value()))
                .fetchOptional(ROOM.LABEL);
    }

    List<Span> openOn(ServicePoint point, LocalDate day) {
        return sql.select(POINT_OPEN_SPANS.OPENS, POINT_OPEN_SPANS.CLOSES)
                .from(POINT_OPEN_SPANS.call(
                        point.organisation().value(), point.id().value(), day))
                .fetch(row -> new Span(row.value1(), row.value2()));
    }

    private static ServicePoint point(ServicePointRecord row) {
        return new ServicePoint(
                new OrganisationId(row.getOrganisationId()),
                new PointId(row.getId()),
                row.getSlug(),
                row.getName(),
                row.getAddress(),
                row.getDirections(),
                ZoneId.of(row.getTimeZone()),
                row.getStepFree());
    }

    private static Kiosk kiosk(KioskRecord row) {
        return new Kiosk(
                new OrganisationId(row.getOrganisationId()),
                new KioskId(row.getId()),
                new PointId(row.getPointId()),
                row.getSlug(),
                Optional.ofNullable(row.getPxPerMm())
                        .map(pixels -> new Geometry(pixels, row.getViewingMm(), row.getLowestMm(), row.getHighestMm())),
                Optional.ofNullable(row.getScreenOpens()).map(opens -> new ScreenHours(opens, row.getScreenCloses())));
    }
}
