package fi.tiski.domain.cases;

import static fi.tiski.platform.tables.Tables.CASE_LINK;
import static fi.tiski.support.Municipality.AT_HOME;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.limits.Counted;
import fi.tiski.support.DomainTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody learns by trying whether a case exists, and nobody tries for long. */
class GuessingTest extends DomainTest {

    @Autowired
    private CasesService cases;

    private Case its;

    @BeforeEach
    void oneCaseWithAPhone() {
        its = town.aCase();
        cases.introduce(
                town.organisation(),
                its.id(),
                AT_HOME,
                Optional.empty(),
                Optional.of(new PhoneNumber("+358415550112")));
    }

    @Test
    void aCodeThatThereIsNotIsTriedWithTheSameStatementsAsOneThatThereIs() {
        var there = statements(() -> assertThat(open(its.code(), "9999")).isInstanceOf(Opening.NoMatch.class));
        var notThere = statements(() -> assertThat(open("WWWWWW", "9999")).isInstanceOf(Opening.NoMatch.class));

        assertThat(there).isNotEmpty().isEqualTo(notThere);
    }

    @Test
    void aWrongSecretIsComparedWithTheSameStatementsWhetherOrNotThereIsASlip() {
        var withoutSlip = statements(() -> open(its.code(), "ACDEFG"));
        cases.issueKey(town.organisation(), its.id());
        var withSlip = statements(() -> open(its.code(), "ACDEFG"));

        assertThat(withSlip).isNotEmpty().isEqualTo(withoutSlip);
    }

    @Test
    void aLinkThatIsForgedExpiredOrRevokedIsLookedUpWithTheSameStatements() {
        var expired = cases.issueKey(town.organisation(), its.id());
        clock.pass(Duration.ofDays(181));
        var revoked = cases.issueKey(town.organisation(), its.id());
        sql.update(CASE_LINK)
                .set(CASE_LINK.REVOKED_AT, clock.instant())
                .where(CASE_LINK.TOKEN_HASH.eq(Hash.of(revoked.token())))
                .execute();

        var all = List.of(
                statements(() -> assertThat(cases.openedBy(Ids.token())).isEmpty()),
                statements(() -> assertThat(cases.openedBy(expired.token())).isEmpty()),
                statements(() -> assertThat(cases.openedBy(revoked.token())).isEmpty()));

        assertThat(all.stream().distinct()).hasSize(1);
    }

    @Test
    void aCodeIsTriedAFewTimesAndThenEverMoreSlowly() {
        for (int tries = 0; tries < 6; tries++) {
            assertThat(open(its.code(), "000" + tries)).isInstanceOf(Opening.NoMatch.class);
        }

        assertThat(open(its.code(), "0112"))
                .as("nobody looks, not even at the right one")
                .isEqualTo(new Opening.Later(clock.instant().plusSeconds(10)));
        clock.pass(Duration.ofSeconds(10));
        assertThat(open(its.code(), "0112")).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aCodeThatThereIsNotIsSlowedDownLikeOneThatThereIs() {
        var code = Ids.speakable(6);
        for (int tries = 0; tries < 6; tries++) {
            assertThat(open(code, "000" + tries)).isInstanceOf(Opening.NoMatch.class);
        }

        assertThat(open(code, "0112"))
                .isEqualTo(new Opening.Later(clock.instant().plusSeconds(10)));
    }

    @Test
    void inADayNobodyTriesMoreThanFiftyProofsOfOneCode() {
        var looked = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            for (int quickly = 0; quickly < 3; quickly++) {
                if (open(its.code(), "9999") instanceof Opening.NoMatch) {
                    looked++;
                }
            }
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(looked).isLessThan(50);
    }

    @Test
    void theLinkOpensTheCaseWhileStrangersTryItsCode() {
        var key = cases.issueKey(town.organisation(), its.id());
        for (int tries = 0; tries < 8; tries++) {
            open(its.code(), "9999");
        }

        assertThat(cases.openedBy(key.token())).isPresent();
    }

    @Test
    void oneAddressTriesManyCodesEverMoreSlowly() {
        var place = Optional.of(new Counted("my-from", Ids.token()));
        for (int tries = 0; tries < 31; tries++) {
            assertThat(cases.open(Ids.speakable(6), "9999", place)).isInstanceOf(Opening.NoMatch.class);
        }

        assertThat(cases.open(Ids.speakable(6), "9999", place)).isInstanceOf(Opening.Later.class);
        assertThat(open(its.code(), "0112")).as("others are not held up").isInstanceOf(Opening.Opened.class);
    }

    private Opening open(String code, String proof) {
        return cases.open(code, proof, Optional.empty());
    }

    /** What the database is asked while {@code does} runs, without the values. */
    private List<String> statements(Runnable does) {
        var asked = Collections.synchronizedList(new ArrayList<String>());
        var listener = new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                // What was changed before is announced after its own commit, on another thread.
                if (context.sql() != null && !context.sql().contains("pg_notify")) {
                    asked.add(context.sql());
                }
            }
        };
        var before = sql.configuration().executeListenerProviders();
        var during = Arrays.copyOf(before, before.length + 1);
        during[before.length] = new DefaultExecuteListenerProvider(listener);
        sql.configuration().set(during);
        try {
            does.run();
        } finally {
            sql.configuration().set(before);
        }
        return asked;
    }
}
