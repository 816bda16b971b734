package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.WAIT_PROMISE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.when;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;
import org.springframework.stereotype.Repository;

/** What people were told that they would wait, and what they waited. */
@Repository
class Promises {

    private final DSLContext sql;

    Promises(DSLContext sql) {
        this.sql = sql;
    }

    void make(Ticket ticket, int ahead, Wait wait) {
        sql.insertInto(WAIT_PROMISE)
                .set(WAIT_PROMISE.ORGANISATION_ID, ticket.organisation().value())
                .set(WAIT_PROMISE.TICKET_ID, ticket.id().value())
                .set(WAIT_PROMISE.POINT_ID, ticket.point().value())
                .set(WAIT_PROMISE.MADE_AT, ticket.takenAt())
                .set(WAIT_PROMISE.AHEAD, ahead)
                .set(WAIT_PROMISE.AT_LEAST, YearToSecond.valueOf(wait.atLeast()))
                .set(WAIT_PROMISE.AT_MOST, YearToSecond.valueOf(wait.atMost()))
                .execute();
    }

    /** Only the first call counts: who was not there is called again, and that is not our wait. */
    void called(Ticket ticket, Instant now) {
        sql.update(WAIT_PROMISE)
                .set(WAIT_PROMISE.CALLED_AT, now)
                .where(WAIT_PROMISE.ORGANISATION_ID.eq(ticket.organisation().value()))
                .and(WAIT_PROMISE.TICKET_ID.eq(ticket.id().value()))
                .and(WAIT_PROMISE.CALLED_AT.isNull())
                .execute();
    }

    /** The call was a mistake. */
    void notCalled(Ticket ticket) {
        sql.update(WAIT_PROMISE)
                .setNull(WAIT_PROMISE.CALLED_AT)
                .where(WAIT_PROMISE.ORGANISATION_ID.eq(ticket.organisation().value()))
                .and(WAIT_PROMISE.TICKET_ID.eq(ticket.id().value()))
                .execute();
    }

    /** The longest that each of them was told. */
    Map<TicketId, Duration> longest(OrganisationId organisation, Collection<TicketId> tickets) {
        return sql.select(WAIT_PROMISE.TICKET_ID, WAIT_PROMISE.AT_MOST)
                .from(WAIT_PROMISE)
                .where(WAIT_PROMISE.ORGANISATION_ID.eq(organisation.value()))
                .and(WAIT_PROMISE.TICKET_ID.in(
                        tickets.stream().map(TicketId::value).toList()))
                .fetchMap(row -> new TicketId(row.value1()), row -> row.value2().toDuration());
    }

    WaitsKept kept(OrganisationId organisation, PointId point, Instant since) {
        return sql.select(count(WAIT_PROMISE.KEPT), count(when(WAIT_PROMISE.KEPT, 1)))
                .from(WAIT_PROMISE)
                .where(WAIT_PROMISE.ORGANISATION_ID.eq(organisation.value()))
                .and(WAIT_PROMISE.POINT_ID.eq(point.value()))
                .and(WAIT_PROMISE.MADE_AT.ge(since))
                .fetchSingle(row -> new WaitsKept(row.value1(), row.value2()));
    }
}
