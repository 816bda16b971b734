package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.OFFLINE_RANGE;
import static fi.tiski.platform.tables.Tables.TICKET;
import static fi.tiski.platform.tables.Tables.TICKET_DAY;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.tables.Routines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The numbers of a point: every day begins with one, and nobody's is given to somebody else while it is good. */
@Repository
class DayNumbers {

    private final DSLContext sql;

    DayNumbers(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds the day's counter until the transaction ends: numbers have no gaps and nobody's press gets two. */
    void lock(OrganisationId organisation, PointId point, LocalDate day) {
        sql.insertInto(TICKET_DAY)
                .set(TICKET_DAY.ORGANISATION_ID, organisation.value())
                .set(TICKET_DAY.POINT_ID, point.value())
                .set(TICKET_DAY.DAY, day)
                .set(TICKET_DAY.LAST_NUMBER, 0)
                .onConflictDoNothing()
                .execute();
        sql.select(TICKET_DAY.LAST_NUMBER)
                .from(TICKET_DAY)
                .where(isOf(organisation, point, day))
                .forUpdate()
                .fetchSingle();
    }

    /** The next of the day, taken; one that somebody still waits with, from before midnight, is not given twice. */
    int next(OrganisationId organisation, PointId point, LocalDate day) {
        var live = sql.select(TICKET.NUMBER)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.DAY.ne(day))
                .and(Tickets.isLive())
                .fetchSet(TICKET.NUMBER);
        var next = 1 + last(organisation, point, day);
        var free = firstFree(organisation, point, next, live);
        sql.update(TICKET_DAY)
                .set(TICKET_DAY.LAST_NUMBER, free)
                .where(isOf(organisation, point, day))
                .execute();
        return free;
    }

    /** Past those that are live, and past those that kiosks give by themselves. */
    private int firstFree(OrganisationId organisation, PointId point, int from, Set<Integer> live) {
        var next = from;
        while (true) {
            var reserved = lastReserved(organisation, point, next);
            if (reserved.isPresent()) {
                next = reserved.get() + 1;
            } else if (live.contains(next)) {
                next++;
            } else {
                return next;
            }
        }
    }

    private Optional<Integer> lastReserved(OrganisationId organisation, PointId point, int number) {
        return sql.select(OFFLINE_RANGE.LAST_NUMBER)
                .from(OFFLINE_RANGE)
                .where(OFFLINE_RANGE.ORGANISATION_ID.eq(organisation.value()))
                .and(OFFLINE_RANGE.POINT_ID.eq(point.value()))
                .and(val(number).between(OFFLINE_RANGE.FIRST_NUMBER, OFFLINE_RANGE.LAST_NUMBER))
                .fetchOptional(OFFLINE_RANGE.LAST_NUMBER);
    }

    /** The last that was given on that day, which is locked. */
    int last(OrganisationId organisation, PointId point, LocalDate day) {
        return sql.select(TICKET_DAY.LAST_NUMBER)
                .from(TICKET_DAY)
                .where(isOf(organisation, point, day))
                .fetchSingle()
                .value1();
    }

    boolean isGiven(OrganisationId organisation, PointId point, LocalDate day, int number) {
        return sql.fetchExists(
                TICKET,
                TICKET.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(TICKET.POINT_ID.eq(point.value()))
                        .and(TICKET.DAY.eq(day))
                        .and(TICKET.NUMBER.eq(number)));
    }

    private static Condition isOf(OrganisationId organisation, PointId point, LocalDate day) {
        return TICKET_DAY
                .ORGANISATION_ID
                .eq(organisation.value())
                .and(TICKET_DAY.POINT_ID.eq(point.value()))
                .and(TICKET_DAY.DAY.eq(day));
    }

    /** Whether somebody waits with that number, is called or is served. */
    boolean isLive(OrganisationId organisation, PointId point, int number) {
        return sql.fetchExists(
                TICKET,
                TICKET.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(TICKET.POINT_ID.eq(point.value()))
                        .and(TICKET.NUMBER.eq(number))
                        .and(Tickets.isLive()));
    }

    /** See {@code numbers_since}. */
    Instant since(OrganisationId organisation, PointId point, Instant now) {
        return Optional.ofNullable(Routines.numbersSince(sql.configuration(), organisation.value(), point.value(), now))
                .orElseThrow(() -> new NoSuchElementException("No such point"));
    }
}
