package fi.tiski.domain.queue;

import static fi.tiski.platform.tables.Tables.CALL_BACK;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.tables.tables.records.CallBackRecord;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class CallBacks {

    private final DSLContext sql;

    CallBacks(DSLContext sql) {
        this.sql = sql;
    }

    /** Empty when this press has made one already, or one is promised on the case. */
    Optional<CallBack> insert(OrganisationId organisation, CaseId its, UUID press, Span promised, Instant now) {
        return sql.insertInto(CALL_BACK)
                .set(CALL_BACK.ORGANISATION_ID, organisation.value())
                .set(CALL_BACK.ID, CallBackId.next().value())
                .set(CALL_BACK.CASE_ID, its.value())
                .set(CALL_BACK.PRESS, press)
                .set(CALL_BACK.STATE, CallBackState.WAITING.tag())
                .set(CALL_BACK.ASKED_AT, now)
                .set(CALL_BACK.NOT_BEFORE, promised.from())
                .set(CALL_BACK.PROMISED_BY, promised.until())
                .onConflictDoNothing()
                .returning()
                .fetchOptional(CallBacks::callBack);
    }

    Optional<CallBack> byPress(OrganisationId organisation, UUID press) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.PRESS.eq(press))
                .fetchOptional(CallBacks::callBack);
    }

    /** The call that is promised on the case, or being made. */
    Optional<CallBack> lockLive(OrganisationId organisation, CaseId its) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.CASE_ID.eq(its.value()))
                .and(CALL_BACK.STATE.in(CallBackState.WAITING.tag(), CallBackState.CALLING.tag()))
                .forUpdate()
                .fetchOptional(CallBacks::callBack);
    }

    CallBack promise(CallBack callBack, Span promised) {
        return sql.update(CALL_BACK)
                .set(CALL_BACK.NOT_BEFORE, promised.from())
                .set(CALL_BACK.PROMISED_BY, promised.until())
                .where(is(callBack))
                .returning()
                .fetchSingle(CallBacks::callBack);
    }

    CallBack lock(OrganisationId organisation, CallBackId id) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(CallBacks::callBack);
    }

    CallBack calling(CallBack callBack, AgentId agent, Instant now) {
        return sql.update(CALL_BACK)
                .set(CALL_BACK.STATE, CallBackState.CALLING.tag())
                .set(CALL_BACK.AGENT_ID, agent.value())
                .set(CALL_BACK.CALLED_AT, now)
                .where(is(callBack))
                .returning()
                .fetchSingle(CallBacks::callBack);
    }

    CallBack moved(CallBack callBack, CallBackState to, Instant now) {
        var change = sql.newRecord(CALL_BACK);
        change.setState(to.tag());
        if (to == CallBackState.WAITING) {
            change.setAgentId(null);
        } else {
            change.setEndedAt(now);
        }
        return sql.update(CALL_BACK).set(change).where(is(callBack)).returning().fetchSingle(CallBacks::callBack);
    }

    /** Next try no earlier than {@code then}; the promise moves with it, keeping its length. */
    void postpone(CallBack callBack, Instant then) {
        sql.update(CALL_BACK)
                .set(CALL_BACK.NOT_BEFORE, then)
                .set(CALL_BACK.PROMISED_BY, then.plus(callBack.promised().length()))
                .set(CALL_BACK.TRIES, CALL_BACK.TRIES.plus(1))
                .where(is(callBack))
                .execute();
    }

    List<CallBack> waiting(OrganisationId organisation) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.STATE.eq(DSL.inline(CallBackState.WAITING.tag())))
                .orderBy(CALL_BACK.NOT_BEFORE, CALL_BACK.ID)
                .fetch(CallBacks::callBack);
    }

    Optional<CallBack> with(OrganisationId organisation, AgentId agent) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.AGENT_ID.eq(agent.value()))
                .and(CALL_BACK.STATE.eq(CallBackState.CALLING.tag()))
                .fetchOptional(CallBacks::callBack);
    }

    List<CallBack> withAgents(OrganisationId organisation) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.STATE.eq(CallBackState.CALLING.tag()))
                .fetch(CallBacks::callBack);
    }

    Optional<CallBack> ofCase(OrganisationId organisation, CaseId its) {
        return sql.selectFrom(CALL_BACK)
                .where(CALL_BACK.ORGANISATION_ID.eq(organisation.value()))
                .and(CALL_BACK.CASE_ID.eq(its.value()))
                .orderBy(CALL_BACK.ASKED_AT.desc())
                .limit(1)
                .fetchOptional(CallBacks::callBack);
    }

    private static Condition is(CallBack callBack) {
        return CALL_BACK
                .ORGANISATION_ID
                .eq(callBack.organisation().value())
                .and(CALL_BACK.ID.eq(callBack.id().value()));
    }

    private static CallBack callBack(CallBackRecord row) {
        return new CallBack(
                new OrganisationId(row.getOrganisationId()),
                new CallBackId(row.getId()),
                new CaseId(row.getCaseId()),
                CallBackState.ofTag(row.getState()),
                new Span(row.getNotBefore(), row.getPromisedBy()),
                Optional.ofNullable(row.getAgentId()).map(AgentId::new),
                row.getTries());
    }
}
