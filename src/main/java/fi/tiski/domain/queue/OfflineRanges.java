package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.OFFLINE_POINT;
import static fi.tiski.platform.tables.Tables.OFFLINE_RANGE;
import static org.jooq.impl.DSL.max;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which numbers each kiosk may give by itself, and at which points. */
@Repository
class OfflineRanges {

    /** Higher than a day's numbers come, so that people see at once which are which. */
    private static final int FIRST = 900;

    /** Of one day: more people than come to one kiosk before somebody has seen to the line. */
    private static final int NUMBERS = 30;

    /** One day has the first half, the next day the second. */
    private static final int DAYS = 2;

    private final DSLContext sql;

    OfflineRanges(DSLContext sql) {
        this.sql = sql;
    }

    void allow(OrganisationId organisation, PointId point, AgentId by, Instant now) {
        sql.insertInto(OFFLINE_POINT)
                .set(OFFLINE_POINT.ORGANISATION_ID, organisation.value())
                .set(OFFLINE_POINT.POINT_ID, point.value())
                .set(OFFLINE_POINT.ALLOWED_AT, now)
                .set(OFFLINE_POINT.ALLOWED_BY, by.value())
                .onConflictDoNothing()
                .execute();
    }

    void forbid(OrganisationId organisation, PointId point) {
        sql.deleteFrom(OFFLINE_POINT).where(isAt(organisation, point)).execute();
    }

    boolean isAllowed(OrganisationId organisation, PointId point) {
        return sql.fetchExists(OFFLINE_POINT, isAt(organisation, point));
    }

    Set<PointId> allowed(OrganisationId organisation) {
        return sql
                .selectFrom(OFFLINE_POINT)
                .where(OFFLINE_POINT.ORGANISATION_ID.eq(organisation.value()))
                .fetchSet(OFFLINE_POINT.POINT_ID)
                .stream()
                .map(PointId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<OfflineRange> of(Kiosk kiosk, LocalDate day) {
        return sql.selectFrom(OFFLINE_RANGE).where(isOf(kiosk)).fetchOptional(row -> {
            var first = row.getFirstNumber() + NUMBERS * Math.floorMod(day.toEpochDay(), DAYS);
            return new OfflineRange(first, first + NUMBERS - 1, day);
        });
    }

    /** After those of the point's other kiosks, and after what has been given today, which is locked. */
    OfflineRange reserve(Kiosk kiosk, LocalDate day, int given) {
        var others = sql.select(max(OFFLINE_RANGE.LAST_NUMBER))
                .from(OFFLINE_RANGE)
                .where(OFFLINE_RANGE.ORGANISATION_ID.eq(kiosk.organisation().value()))
                .and(OFFLINE_RANGE.POINT_ID.eq(kiosk.point().value()))
                .fetchOptional(0, Integer.class)
                .orElse(0);
        var first = Math.max(FIRST, Math.max(others, given) + 1);
        sql.insertInto(OFFLINE_RANGE)
                .set(OFFLINE_RANGE.ORGANISATION_ID, kiosk.organisation().value())
                .set(OFFLINE_RANGE.KIOSK_ID, kiosk.id().value())
                .set(OFFLINE_RANGE.POINT_ID, kiosk.point().value())
                .set(OFFLINE_RANGE.FIRST_NUMBER, first)
                .set(OFFLINE_RANGE.LAST_NUMBER, first + NUMBERS * DAYS - 1)
                .execute();
        return of(kiosk, day).orElseThrow();
    }

    private static Condition isAt(OrganisationId organisation, PointId point) {
        return OFFLINE_POINT.ORGANISATION_ID.eq(organisation.value()).and(OFFLINE_POINT.POINT_ID.eq(point.value()));
    }

    private static Condition isOf(Kiosk kiosk) {
        return OFFLINE_RANGE
                .ORGANISATION_ID
                .eq(kiosk.organisation().value())
                .and(OFFLINE_RANGE.KIOSK_ID.eq(kiosk.id().value()));
    }
}
