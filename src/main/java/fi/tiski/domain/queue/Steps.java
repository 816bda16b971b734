package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.AGENT_AT_COUNTER;
import static fi.tiski.platform.tables.Tables.TICKET;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;

import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The step that each ticket took last, and how it stood before: what an agent can take back. */
@Repository
class Steps {

    private final DSLContext sql;
    private final Tickets tickets;

    Steps(DSLContext sql, Tickets tickets) {
        this.sql = sql;
        this.tickets = tickets;
    }

    /** What an agent did last can be taken back; whoever else moves the ticket on ends that. */
    void remember(Ticket before, Step step, By by, Instant now) {
        if (by instanceof By.AnAgent(var agent)) {
            remember(before, step, agent, now);
        } else {
            forget(before);
        }
    }

    private void remember(Ticket before, Step step, AgentId agent, Instant now) {
        sql.update(TICKET)
                .set(TICKET.STEP, step.tag())
                .set(TICKET.STEP_FROM, before.state().tag())
                .set(TICKET.STEP_AGENT_ID, agent.value())
                // Who is not at a counter can pass on what waits, and that needs none to be taken back.
                .set(
                        TICKET.STEP_COUNTER_ID,
                        coalesce(
                                TICKET.COUNTER_ID,
                                field(select(AGENT_AT_COUNTER.COUNTER_ID)
                                        .from(AGENT_AT_COUNTER)
                                        .where(AGENT_AT_COUNTER.ORGANISATION_ID.eq(TICKET.ORGANISATION_ID))
                                        .and(AGENT_AT_COUNTER.AGENT_ID.eq(agent.value())))))
                .set(TICKET.STEP_AT, now)
                .where(Tickets.is(before))
                .execute();
    }

    /** Somebody else, or time, has moved the ticket on: what was done before cannot be taken back any more. */
    void forget(Ticket ticket) {
        sql.update(TICKET)
                .setNull(TICKET.STEP)
                .setNull(TICKET.STEP_FROM)
                .setNull(TICKET.STEP_AGENT_ID)
                .setNull(TICKET.STEP_COUNTER_ID)
                .setNull(TICKET.STEP_AT)
                .where(Tickets.is(ticket))
                .execute();
    }

    /** A step as it was taken. */
    record Taken(TicketId ticket, Step step, TicketState from) {}

    /** The agent's latest step, when it is not older than that and nobody has moved its ticket since. */
    Optional<Taken> latest(OrganisationId organisation, AgentId agent, Instant notBefore) {
        return sql.select(TICKET.ID, TICKET.STEP, TICKET.STEP_FROM)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.STEP_AGENT_ID.eq(agent.value()))
                .and(TICKET.STEP_AT.ge(notBefore))
                .orderBy(TICKET.STEP_AT.desc(), TICKET.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Taken(
                        new TicketId(row.value1()), Step.ofTag(row.value2()), TicketState.ofTag(row.value3())));
    }

    /** Each agent's {@link #latest}, of those who have nobody else in hand since. */
    Map<AgentId, Undo.Possible> latestOfEach(OrganisationId organisation, Instant notBefore) {
        var latest = sql.select(TICKET.STEP_AGENT_ID, TICKET.ID, TICKET.CASE_ID, TICKET.NUMBER, TICKET.STEP)
                .distinctOn(TICKET.STEP_AGENT_ID)
                .from(TICKET)
                .where(TICKET.ORGANISATION_ID.eq(organisation.value()))
                .and(TICKET.STEP_AGENT_ID.isNotNull())
                .and(TICKET.STEP_AT.ge(notBefore))
                .orderBy(TICKET.STEP_AGENT_ID, TICKET.STEP_AT.desc(), TICKET.ID.desc())
                .asTable("latest");
        var inHand = TICKET.as("in_hand");
        return sql.selectFrom(latest)
                .where(notExists(select(inHand.ID)
                        .from(inHand)
                        .where(inHand.ORGANISATION_ID.eq(organisation.value()))
                        .and(inHand.AGENT_ID.eq(latest.field(TICKET.STEP_AGENT_ID)))
                        .and(inHand.STATE.in(TicketState.CALLED.tag(), TicketState.SERVING.tag()))
                        .and(inHand.ID.ne(latest.field(TICKET.ID)))))
                .fetchMap(
                        row -> new AgentId(row.value1()),
                        row -> new Undo.Possible(
                                new TicketId(row.value2()),
                                new CaseId(row.value3()),
                                row.value4(),
                                Step.ofTag(row.value5())));
    }

    /** As it was before the step; at the counter where the agent took it. */
    Ticket undone(Ticket ticket, Taken taken) {
        var change = sql.newRecord(TICKET);
        var to = taken.step() == Step.TRANSFER && taken.from() == TicketState.SERVING
                ? TicketState.CALLED
                : taken.from();
        change.setState(to.tag());
        change.setEndedAt(null);
        switch (to) {
            case WAITING -> {
                change.setAgentId(null);
                change.setCounterId(null);
                if (taken.step() == Step.CALL) {
                    change.setCalls(ticket.calls() - 1);
                    if (ticket.calls() == 1) {
                        change.setCalledAt(null);
                    }
                }
            }
            case CALLED -> change.setServedAt(null);
            case SERVING, DONE, NO_SHOW, LEFT -> {}
        }
        if (taken.step() == Step.TRANSFER) {
            change.setMeantAgentId(null);
            change.setMeantCounterId(null);
            change.setMeantTopicId(null);
        }
        var update = sql.update(TICKET).set(change);
        if (to == TicketState.CALLED || to == TicketState.SERVING) {
            update.set(TICKET.AGENT_ID, TICKET.STEP_AGENT_ID)
                    .set(TICKET.COUNTER_ID, coalesce(TICKET.COUNTER_ID, TICKET.STEP_COUNTER_ID))
                    .where(Tickets.is(ticket))
                    .execute();
        } else {
            update.where(Tickets.is(ticket)).execute();
        }
        forget(ticket);
        return tickets.reread(ticket.organisation(), ticket.id());
    }
}
