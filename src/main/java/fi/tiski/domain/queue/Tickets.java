package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.COUNTER;
import static fi.tiski.platform.tables.Tables.SERVICE_POINT;
import static fi.tiski.platform.tables.Tables.TICKET;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.CounterId;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.tables.tables.Counter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

@Repository
class Tickets {

    private static final int KEPT_ON_BOARD = 6;

    /** The counter that a number was passed on to. */
    private static final Counter MEANT = COUNTER.as("meant");

    private final DSLContext sql;

    Tickets(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Ticket> byPress(OrganisationId organisation, UUID press) {
        return tickets(organisation).and(TICKET.PRESS.eq(press)).fetchOptional(Tickets::ticket);
    }

    Ticket insert(
            OrganisationId organisation,
            PointId point,
            LocalDate day,
            int number,
            CaseId caseId,
            UUID press,
            Instant now) {
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
                .set(TICKET.PLACE_AT, now)
                .execute();
        return reread(organisation, id);
    }

    /**
     * One that a kiosk gave by itself: its place is the time at which it did.
     *
     * @param ended when it is told too late for anybody to wait with it; empty for one that waits
     */
    Ticket insertOffline(
            Kiosk kiosk, LocalDate day, OfflinePress press, CaseId caseId, Instant at, Optional<Instant> ended) {
        var id = TicketId.next();
        sql.insertInto(TICKET)
                .set(TICKET.ORGANISATION_ID, kiosk.organisation().value())
                .set(TICKET.ID, id.value())
                .set(TICKET.POINT_ID, kiosk.point().value())
                .set(TICKET.DAY, day)
                .set(TICKET.NUMBER, press.number())
                .set(TICKET.CASE_ID, caseId.value())
                .set(TICKET.PRESS, press.press())
                .set(TICKET.STATE, (ended.isPresent() ? TicketState.LEFT : TicketState.WAITING).tag())
                .set(TICKET.TAKEN_AT, at)
                .set(TICKET.PLACE_AT, at)
                .set(TICKET.ENDED_AT, ended.orElse(null))
                .set(TICKET.OFFLINE_KIOSK_ID, kiosk.id().value())
                .execute();
        return reread(kiosk.organisation(), id);
    }

    /**
     * Holds the line of a point until the transaction ends: who is called next depends on who has been called before, so
     * two agents who press at once are served one after the other. Taking a number does not wait for it.
     */
    void lockLine(OrganisationId organisation, PointId point) {
        sql.select(SERVICE_POINT.ID)
                .from(SERVICE_POINT)
                .where(SERVICE_POINT.ORGANISATION_ID.eq(organisation.value()))
                .and(SERVICE_POINT.ID.eq(point.value()))
                .forNoKeyUpdate()
                .fetchSingle();
    }

    /** Skips a row that somebody is moving at this moment, such as a customer who leaves, so that nobody waits for it. */
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

    /** What an encounter was about, so that the next wait is known better. */
    void about(Ticket ticket, TopicId topic) {
        sql.update(TICKET).set(TICKET.TOPIC_ID, topic.value()).where(is(ticket)).execute();
    }

    Ticket letAhead(Ticket ticket, Optional<LetAhead> reason) {
        sql.update(TICKET)
                .set(TICKET.LET_AHEAD, reason.map(LetAhead::tag).orElse(null))
                .where(is(ticket))
                .execute();
        return reread(ticket.organisation(), ticket.id());
    }

    /** Who still counts as waiting with that number, from whichever day. */
    Optional<Ticket> waitingWith(OrganisationId organisation, PointId point, int number) {
        return tickets(organisation)
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.NUMBER.eq(number))
                .and(TICKET.STATE.eq(TicketState.WAITING.tag()))
                .fetchOptional(Tickets::ticket);
    }

    /** Back among those who wait, at the same place, for somebody in particular. */
    Ticket transferred(Ticket ticket, Transfer to) {
        var change = sql.newRecord(TICKET);
        change.setState(TicketState.WAITING.tag());
        change.setAgentId(null);
        change.setCounterId(null);
        change.setServedAt(null);
        change.setMeantAgentId(to instanceof Transfer.ToAgent(var agent) ? agent.value() : null);
        change.setMeantCounterId(to instanceof Transfer.ToCounter(var counter, var label) ? counter.value() : null);
        change.setMeantTopicId(to instanceof Transfer.ToTopic(var topic) ? topic.value() : null);
        sql.update(TICKET).set(change).where(is(ticket)).execute();
        return reread(ticket.organisation(), ticket.id());
    }

    /** In the line again after a missed call, at a place of their own. */
    Ticket cameBack(Ticket ticket, Instant place) {
        sql.update(TICKET)
                .set(TICKET.STATE, TicketState.WAITING.tag())
                .set(TICKET.PLACE_AT, place)
                .set(TICKET.CAME_BACK, true)
                .set(TICKET.BY_RULE, false)
                .set(TICKET.CALLS, 0)
                .setNull(TICKET.AGENT_ID)
                .setNull(TICKET.COUNTER_ID)
                .setNull(TICKET.CALLED_AT)
                .setNull(TICKET.ENDED_AT)
                .where(is(ticket))
                .execute();
        return reread(ticket.organisation(), ticket.id());
    }

    void byRule(Ticket ticket) {
        sql.update(TICKET).set(TICKET.BY_RULE, true).where(is(ticket)).execute();
    }

    /** Called often enough and long ago, and nobody came; of every organisation. */
    List<Ticket> missed(int calls, Instant calledBefore) {
        return tickets(noCondition())
                .and(TICKET.STATE.eq(TicketState.CALLED.tag()))
                .and(TICKET.CALLS.ge(calls))
                .and(TICKET.CALLED_AT.lt(calledBefore))
                .fetch(Tickets::ticket);
    }

    /** Who has not been called yet, of every organisation, by point. */
    List<Ticket> waitingAnywhere() {
        return tickets(noCondition())
                .and(TICKET.STATE.eq(TicketState.WAITING.tag()))
                .orderBy(TICKET.POINT_ID)
                .fetch(Tickets::ticket);
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

    List<Ticket> withAgents(OrganisationId organisation) {
        return tickets(organisation)
                .and(TICKET.STATE.in(TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                .fetch(Tickets::ticket);
    }

    /** The latest that was given that number at the point since then. */
    Optional<Ticket> byNumber(OrganisationId organisation, PointId point, int number, Instant since) {
        return tickets(organisation)
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.NUMBER.eq(number))
                .and(TICKET.TAKEN_AT.ge(since))
                .orderBy(TICKET.TAKEN_AT.desc())
                .limit(1)
                .fetchOptional(Tickets::ticket);
    }

    /** One who waits, whole and as the fairness rule sees them. */
    record Waiting(Ticket ticket, InLine number) {}

    /**
     * Those who wait, as the fairness rule sees them, by place. Who has been overtaken, and how often, is counted from what
     * happened: nothing that could be forgotten when a call is taken back.
     */
    List<Waiting> line(OrganisationId organisation, PointId point, Instant since) {
        var later = TICKET.as("later");
        var overtaken = field(select(count())
                        .from(later)
                        .where(later.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                        .and(later.POINT_ID.eq(TICKET.POINT_ID))
                        .and(later.CALLED_AT.ge(TICKET.PLACE_AT))
                        .and(row(later.PLACE_AT, later.ID).gt(TICKET.PLACE_AT, TICKET.ID))
                        .and(later.STATE.ne(TicketState.WAITING.tag())))
                .as("overtaken");
        return tickets(List.of(overtaken), TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(waitingAt(point, since))
                .orderBy(TICKET.PLACE_AT, TICKET.ID)
                .fetch(row -> {
                    var ticket = ticket(row);
                    return new Waiting(
                            ticket,
                            new InLine(
                                    ticket.id(),
                                    ticket.place(),
                                    row.get(TICKET.LET_AHEAD) != null,
                                    row.get(overtaken)));
                });
    }

    /** Called or being served at the point. */
    List<Ticket> atCounters(OrganisationId organisation, PointId point, Instant since) {
        return tickets(organisation)
                .and(TICKET.POINT_ID.eq(point.value()))
                .and(TICKET.CALLED_AT.ge(since))
                .and(TICKET.STATE.in(TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                .fetch(Tickets::ticket);
    }

    QueueBoard board(OrganisationId organisation, PointId point, Instant since) {
        var there = TICKET.POINT_ID.eq(point.value()).and(TICKET.CALLED_AT.ge(since));
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
        var moving = tickets(organisation)
                .and(waitingAt(point, since))
                .and(TICKET.MEANT_COUNTER_ID.isNotNull())
                .orderBy(TICKET.PLACE_AT)
                .limit(KEPT_ON_BOARD)
                .fetch(row -> new QueueBoard.Moving(row.get(TICKET.NUMBER), row.get(MEANT.LABEL)));
        var waiting = sql.fetchCount(
                TICKET, TICKET.ORGANISATION_ID.eq(organisation.value()).and(waitingAt(point, since)));
        return new QueueBoard(calling, earlier, moving, waiting);
    }

    Ticket reread(OrganisationId organisation, TicketId id) {
        return tickets(organisation).and(TICKET.ID.eq(id.value())).fetchSingle(Tickets::ticket);
    }

    private SelectConditionStep<Record> tickets(OrganisationId organisation) {
        return tickets(TICKET.ORGANISATION_ID.eq(organisation.value()));
    }

    private SelectConditionStep<Record> tickets(Condition which) {
        return tickets(List.of(), which);
    }

    private SelectConditionStep<Record> tickets(List<? extends SelectField<?>> besides, Condition which) {
        return sql.select(TICKET.asterisk(), COUNTER.LABEL, MEANT.LABEL)
                .select(besides)
                .from(TICKET)
                .leftJoin(COUNTER)
                .on(COUNTER.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                .and(COUNTER.ID.eq(TICKET.COUNTER_ID))
                .leftJoin(MEANT)
                .on(MEANT.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                .and(MEANT.ID.eq(TICKET.MEANT_COUNTER_ID))
                .where(which);
    }

    private static Condition waitingAt(PointId point, Instant since) {
        return TICKET.POINT_ID
                .eq(point.value())
                .and(TICKET.STATE.eq(TicketState.WAITING.tag()))
                .and(TICKET.TAKEN_AT.ge(since));
    }

    static Condition isLive() {
        return TICKET.STATE.in(TicketState.WAITING.tag(), TicketState.CALLED.tag(), TicketState.SERVING.tag());
    }

    static Condition is(Ticket ticket) {
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
                row.get(TICKET.CALLS),
                row.get(TICKET.PLACE_AT),
                Optional.ofNullable(row.get(TICKET.LET_AHEAD)).flatMap(LetAhead::ofTag),
                towards(row),
                row.get(TICKET.BY_RULE),
                row.get(TICKET.STATE).equals(TicketState.NO_SHOW.tag()) && !row.get(TICKET.CAME_BACK));
    }

    private static Optional<Transfer> towards(Record row) {
        if (row.get(TICKET.MEANT_AGENT_ID) != null) {
            return Optional.of(new Transfer.ToAgent(new AgentId(row.get(TICKET.MEANT_AGENT_ID))));
        }
        if (row.get(TICKET.MEANT_COUNTER_ID) != null) {
            return Optional.of(
                    new Transfer.ToCounter(new CounterId(row.get(TICKET.MEANT_COUNTER_ID)), row.get(MEANT.LABEL)));
        }
        return Optional.ofNullable(row.get(TICKET.MEANT_TOPIC_ID))
                .map(topic -> new Transfer.ToTopic(new TopicId(topic)));
    }
}
