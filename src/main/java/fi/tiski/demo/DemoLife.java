package fi.tiski.demo;

import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds Lampila where it is not there yet, and keeps it going. */
@Component
@Profile("demo")
class DemoLife implements SmartInitializingSingleton {

    /** Any number that no other lock in the database has. */
    private static final long LOCK = 0x4c616d70696c61L;

    private static final Logger log = LoggerFactory.getLogger(DemoLife.class);

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final Founding founding;
    private final Roster roster;
    private final EverydayLife life;
    private final PeopleService people;
    private final InstantSource clock;

    DemoLife(
            DSLContext sql,
            TransactionTemplate transaction,
            Founding founding,
            Roster roster,
            EverydayLife life,
            PeopleService people,
            InstantSource clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.founding = founding;
        this.roster = roster;
        this.life = life;
        this.people = people;
        this.clock = clock;
    }

    /** Before anybody can press anything: the first page already shows the municipality. */
    @Override
    public void afterSingletonsInstantiated() {
        goOn();
    }

    /**
     * All of it, or nothing. Two processes that do this at the same time do it one after the other, and the second finds
     * nothing left to do.
     */
    void goOn() {
        transaction.executeWithoutResult(running -> {
            sql.query("select pg_advisory_xact_lock({0})", DSL.inline(LOCK)).execute();
            goOn(Lampila.read());
        });
    }

    private void goOn(Lampila lampila) {
        if (!founding.welcome(lampila)) {
            log.warn("This database keeps somebody's own counters: the demo stays out of it");
            return;
        }
        var isNew = !founding.done(lampila);
        if (isNew) {
            log.info("Founding Lampila, the demo municipality");
            founding.found(lampila);
        }
        var now = clock.instant();
        var organisation = people.organisation().map(Organisation::id).orElseThrow();
        founding.hire(organisation, lampila);
        roster.topUp(organisation, lampila, now);
        if (isNew) {
            life.remember(organisation, lampila.visits());
        }
        life.finishEarlierDays(organisation, now);
        life.beginToday(organisation, lampila.visits(), now);
    }
}
