package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.TICKET;
import static fi.tiski.platform.tables.Tables.TICKET_DAY;
import static org.jooq.impl.DSL.row;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.CounterId;
import fi.tiski.domain.points.PointId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class Tickets {

    /** What serving one takes before anybody has been served. */
    private static final Duration USUAL = Duration.ofMinutes(8);

    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final int SEEN_LATELY = 20;
    private static final int KEPT_ON_BOARD = 6;

    private final DSLContext sql;

    Tickets(DSLContext sql) {
        this.sql = sql;
    }

    /** Holds the day's counter until the transaction ends: numbers have no gaps and nobody's press gets two. */
    void lockDay(OrganisationId organisation, PointId point, LocalDate day) {
        sql.insertInto(TICKET_DAY)
                .set(TICKET_DAY.ORGANISATION_ID, organisation.value())
                .set(TICKET_DAY.POINT_ID, point.value())
                .set(TICKET_DAY.DAY, day)
                .set(TICKET_DAY.LAST_NUMBER, 0)
                .onConflictDoNothing()
                .execute();
        sql.select(TICKET_DAY.LAST_NUMBER)
                .from(TICKET_DAY)
                .where(TICKET_DAY.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET_DAY.POINT_ID.eq(point.value()))
                .and(TICKET_DAY.DAY.eq(day))
                .forUpdate()
                .fetchSingle();
    }

    Optional<Ticket> byPress(OrganisationId organisation, UUID press) {
        return tickets(organisation).and(TICKET.PRESS.eq(press)).fetchOptional(Tickets::ticket);
    }

    Ticket insert(OrganisationId organisation, PointId point, LocalDate day, CaseId caseId, UUID press, Instant now) {
        int number = sql.update(TICKET_DAY)
                .set(TICKET_DAY.LAST_NUMBER, TICKET_DAY.LAST_NUMBER.plus(1))
                .where(TICKET_DAY.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET_DAY.POINT_ID.eq(point.value()))
                .and(TICKET_DAY.DAY.eq(day))
                .returning(TICKET_DAY.LAST_NUMBER)
                .fetchSingle()
                .getLastNumber();
        var id = TicketId.next();
        sql.insertInto(TICKET)
                .set(TICKET.ORGANISATION_ID, organisation.value())
                .set(TICKET.ID, id.value())
                .set(TICKET.POINT_ID, point.value())
                .set(TICKET.DAY, day)
                .set(TICKET.NUMBER, number)
                .set(TICKET.CASE_ID, caseId.value())
                .set(TICKET.PRESS, press)
                .set(TICKET.STATE, TicketState.WAITING.tag())
                .set(TICKET.TAKEN_AT, now)
                .execute();
        return reread(organisation, id);
    }

    /** Skips rows that another agent is calling at this moment, so that two agents never wait for, or get, the same. */
    Optional<Ticket> lockNext(OrganisationId organisation, PointId point, LocalDate day) {
        return tickets(organisation)
                .and(waitingAt(point, day))
                .orderBy(TICKET.TAKEN_AT, TICKET.ID)
                .limit(1)
                .forUpdate()
                .of(TICKET)
                .skipLocked()
                .fetchOptional(Tickets::ticket);
    }

    Optional<Ticket> lockWaiting(OrganisationId organisation, TicketId id) {
        return tickets(organisation)
                .and(TICKET.ID.eq(id.value()))
                .and(TICKET.STATE.eq(TicketState.WAITING.tag()))
                .forUpdate()
                .of(TICKET)
                .skipLocked()
                .fetchOptional(Tickets::ticket);
    }

    Ticket lock(OrganisationId organisation, TicketId id) {
        return tickets(organisation)
                .and(TICKET.ID.eq(id.value()))
                .forUpdate()
                .of(TICKET)
                .fetchSingle(Tickets::ticket);
    }

    Ticket called(Ticket ticket, AgentId agent, CounterId counter, Instant now) {
        sql.update(TICKET)
                .set(TICKET.STATE, TicketState.CALLED.tag())
                .set(TICKET.AGENT_ID, agent.value())
                .set(TICKET.COUNTER_ID, counter.value())
                .set(TICKET.CALLED_AT, now)
                .set(TICKET.CALLS, TICKET.CALLS.plus(1))
                .where(is(ticket))
                .execute();
        return reread(ticket.organisation(), ticket.id());
    }

    Ticket calledAgain(Ticket ticket, Instant now) {
        sql.update(TICKET)
                .set(TICKET.CALLED_AT, now)
                .set(TICKET.CALLS, TICKET.CALLS.plus(1))
                .where(is(ticket))
                .execute();
        return reread(ticket.organisation(), ticket.id());
    }

    Ticket moved(Ticket ticket, TicketState to, Instant now) {
        var change = sql.newRecord(TICKET);
        change.setState(to.tag());
        switch (to) {
            case SERVING -> change.setServedAt(now);
            case DONE, NO_SHOW, LEFT -> change.setEndedAt(now);
            case WAITING -> {
                change.setAgentId(null);
                change.setCounterId(null);
            }
            case CALLED -> throw new IllegalArgumentException("Calling takes an agent and a counter");
        }
        sql.update(TICKET).set(change).where(is(ticket)).execute();
        return reread(ticket.organisation(), ticket.id());
    }

    Optional<Ticket> find(OrganisationId organisation, TicketId id) {
        return tickets(organisation).and(TICKET.ID.eq(id.value())).fetchOptional(Tickets::ticket);
    }

    Optional<Ticket> ofCase(OrganisationId organisation, CaseId its) {
        return tickets(organisation)
                .and(TICKET.CASE_ID.eq(its.value()))
                .orderBy(TICKET.TAKEN_AT.desc())
                .limit(1)
                .fetchOptional(Tickets::ticket);
    }

    Optional<Ticket> with(OrganisationId organisation, AgentId agent) {
        return tickets(organisation)
                .and(TICKET.AGENT_ID.eq(agent.value()))
                .and(TICKET.STATE.in(TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                .fetchOptional(Tickets::ticket);
    }

    List<Ticket> waiting(OrganisationId organisation, PointId point, LocalDate day) {
        return tickets(organisation)
                .and(waitingAt(point, day))
                .orderBy(TICKET.TAKEN_AT, TICKET.ID)
                .fetch(Tickets::ticket);
    }

    int countWaiting(OrganisationId organisation, PointId point, LocalDate day) {
        return sql.fetchCount(
                TICKET, TICKET.ORGANISATION_ID.eq(organisation.value()).and(waitingAt(point, day)));
    }

    int ahead(Ticket ticket) {
        return sql.fetchCount(
                TICKET,
                TICKET.ORGANISATION_ID
                        .eq(ticket.organisation().value())
                        .and(waitingAt(ticket.point(), ticket.day()))
                        .and(row(TICKET.TAKEN_AT, TICKET.ID)
                                .lt(ticket.takenAt(), ticket.id().value())));
    }

    /** The average of the latest at the point; the usual time until there are some. */
    Duration typicalService(OrganisationId organisation, PointId point) {
        var lately = sql.select(TICKET.SERVED_AT, TICKET.ENDED_AT)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.STATE.eq(TicketState.DONE.tag()))
                .orderBy(TICKET.ENDED_AT.desc())
                .limit(SEEN_LATELY)
                .fetch(both -> Duration.between(both.value1(), both.value2()));
        var average = Duration.ofSeconds(
                (long) lately.stream().mapToLong(Duration::toSeconds).average().orElse(USUAL.toSeconds()));
        return average.compareTo(SHORTEST) < 0 ? SHORTEST : average;
    }

    QueueBoard board(OrganisationId organisation, PointId point, LocalDate day) {
        var there = TICKET.POINT_ID.eq(point.value()).and(TICKET.DAY.eq(day));
        var calling = tickets(organisation)
                .and(there)
                .and(TICKET.STATE.in(TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                .orderBy(TICKET.CALLED_AT.desc())
                .limit(KEPT_ON_BOARD)
                .fetch(Tickets::line);
        var earlier = tickets(organisation)
                .and(there)
                .and(TICKET.STATE.in(TicketState.DONE.tag(), TicketState.NO_SHOW.tag()))
                .and(TICKET.COUNTER_ID.isNotNull())
                .orderBy(TICKET.CALLED_AT.desc())
                .limit(KEPT_ON_BOARD)
                .fetch(Tickets::line);
        return new QueueBoard(calling, earlier, countWaiting(organisation, point, day));
    }

    private Ticket reread(OrganisationId organisation, TicketId id) {
        return tickets(organisation).and(TICKET.ID.eq(id.value())).fetchSingle(Tickets::ticket);
    }

    private SelectConditionStep<Record> tickets(OrganisationId organisation) {
        return sql.select(TICKET.asterisk(), COUNTER.LABEL)
                .from(TICKET)
                .leftJoin(COUNTER)
                .on(COUNTER.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                .and(COUNTER.ID.eq(TICKET.COUNTER_ID))
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()));
    }

    private static Condition waitingAt(PointId point, LocalDate day) {
        return TICKET.POINT_ID
                .eq(point.value())
                .and(TICKET.DAY.eq(day))
                .and(TICKET.STATE.eq(TicketState.WAITING.tag()));
    }

    private static Condition is(Ticket ticket) {
        return TICKET.ORGANISATION_ID
                .eq(ticket.organisation().value())
                .and(TICKET.ID.eq(ticket.id().value()));
    }

    private static QueueBoard.Line line(Record row) {
        return new QueueBoard.Line(row.get(TICKET.NUMBER), row.get(COUNTER.LABEL), row.get(TICKET.CALLS));
    }

    private static Ticket ticket(Record row) {
        return new Ticket(
                new OrganisationId(row.get(TICKET.ORGANISATION_ID)),
                new TicketId(row.get(TICKET.ID)),
                new PointId(row.get(TICKET.POINT_ID)),
                row.get(TICKET.DAY),
                row.get(TICKET.NUMBER),
                new CaseId(row.get(TICKET.CASE_ID)),
                TicketState.ofTag(row.get(TICKET.STATE)),
                row.get(TICKET.TAKEN_AT),
                Optional.ofNullable(row.get(TICKET.AGENT_ID)).map(AgentId::new),
                Optional.ofNullable(row.get(COUNTER.LABEL)),
                Optional.ofNullable(row.get(TICKET.CALLED_AT)),
                row.get(TICKET.CALLS));
    }
}
