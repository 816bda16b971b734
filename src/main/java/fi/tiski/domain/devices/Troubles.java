package fi.tiski.domain.devices;

import static fi.tiski.platform.tables.Tables.KIOSK_TROUBLE;
import static fi.tiski.platform.tables.Tables.TROUBLE_TOLD;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.KioskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What is wrong with the kiosks, since when, and who has been told. */
@Repository
class Troubles {

    /** What comes back so soon has not been away: a cover that does not quite close is one trouble, not fifty. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(90);

    private final DSLContext sql;

    Troubles(DSLContext sql) {
        this.sql = sql;
    }

    List<Trouble> now(OrganisationId organisation) {
        return open(KIOSK_TROUBLE.ORGANISATION_ID.eq(organisation.value()));
    }

    Set<Fault> now(OrganisationId organisation, KioskId kiosk) {
        return open(of(organisation, kiosk)).stream().map(Trouble::fault).collect(Collectors.toSet());
    }

    /** Also when it began before {@code now}: a kiosk has been silent since it was last heard. False when it is known. */
    boolean begin(OrganisationId organisation, KioskId kiosk, Fault fault, Instant since, Instant now) {
        return goesOn(organisation, kiosk, fault, now)
                || sql.insertInto(KIOSK_TROUBLE)
                                .set(KIOSK_TROUBLE.ORGANISATION_ID, organisation.value())
                                .set(KIOSK_TROUBLE.ID, TroubleId.next().value())
                                .set(KIOSK_TROUBLE.KIOSK_ID, kiosk.value())
                                .set(KIOSK_TROUBLE.FAULT, fault.tag())
                                .set(KIOSK_TROUBLE.SINCE, since)
                                .onConflictDoNothing()
                                .execute()
                        == 1;
    }

    private boolean goesOn(OrganisationId organisation, KioskId kiosk, Fault fault, Instant now) {
        var isOpen = sql.fetchExists(
                KIOSK_TROUBLE,
                of(organisation, kiosk).and(KIOSK_TROUBLE.FAULT.eq(fault.tag())).and(KIOSK_TROUBLE.ENDED_AT.isNull()));
        return !isOpen
                && sql.update(KIOSK_TROUBLE)
                                .setNull(KIOSK_TROUBLE.ENDED_AT)
                                .where(KIOSK_TROUBLE.ORGANISATION_ID.eq(organisation.value()))
                                .and(KIOSK_TROUBLE.ID.eq(select(KIOSK_TROUBLE.ID)
                                        .from(KIOSK_TROUBLE)
                                        .where(of(organisation, kiosk))
                                        .and(KIOSK_TROUBLE.FAULT.eq(fault.tag()))
                                        .and(KIOSK_TROUBLE.ENDED_AT.gt(now.minus(SOON)))
                                        .orderBy(KIOSK_TROUBLE.ENDED_AT.desc())
                                        .limit(1)))
                                .execute()
                        == 1;
    }

    void end(OrganisationId organisation, KioskId kiosk, Collection<Fault> faults, Instant now) {
        sql.update(KIOSK_TROUBLE)
                .set(KIOSK_TROUBLE.ENDED_AT, now)
                .where(of(organisation, kiosk))
                .and(KIOSK_TROUBLE.FAULT.in(faults.stream().map(Fault::tag).toList()))
                .and(KIOSK_TROUBLE.ENDED_AT.isNull())
                .execute();
    }

    /** Those that this manager has not been told of, who is told of them now: each once, on one screen. */
    List<Trouble> tell(OrganisationId organisation, AgentId manager, Instant now) {
        var told = sql.insertInto(
                        TROUBLE_TOLD,
                        TROUBLE_TOLD.ORGANISATION_ID,
                        TROUBLE_TOLD.TROUBLE_ID,
                        TROUBLE_TOLD.AGENT_ID,
                        TROUBLE_TOLD.TOLD_AT)
                .select(select(KIOSK_TROUBLE.ORGANISATION_ID, KIOSK_TROUBLE.ID, val(manager.value()), val(now))
                        .from(KIOSK_TROUBLE)
                        .where(KIOSK_TROUBLE.ORGANISATION_ID.eq(organisation.value()))
                        .and(KIOSK_TROUBLE.ENDED_AT.isNull()))
                .onConflictDoNothing()
                .returning(TROUBLE_TOLD.TROUBLE_ID)
                .fetchSet(TROUBLE_TOLD.TROUBLE_ID);
        return now(organisation).stream()
                .filter(one -> told.contains(one.id().value()))
                .toList();
    }

    int forgetOld(Instant now) {
        return sql.deleteFrom(KIOSK_TROUBLE)
                .where(KIOSK_TROUBLE.ENDED_AT.lt(now.minus(KEPT)))
                .execute();
    }

    private List<Trouble> open(Condition which) {
        return sql.selectFrom(KIOSK_TROUBLE)
                .where(which)
                .and(KIOSK_TROUBLE.ENDED_AT.isNull())
                .orderBy(KIOSK_TROUBLE.SINCE, KIOSK_TROUBLE.ID)
                .fetch(row -> new Trouble(
                        new TroubleId(row.getId()),
                        new KioskId(row.getKioskId()),
                        Fault.ofTag(row.getFault()),
                        row.getSince()));
    }

    private static Condition of(OrganisationId organisation, KioskId kiosk) {
        return KIOSK_TROUBLE.ORGANISATION_ID.eq(organisation.value()).and(KIOSK_TROUBLE.KIOSK_ID.eq(kiosk.value()));
    }
}
