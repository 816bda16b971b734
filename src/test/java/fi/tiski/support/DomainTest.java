package fi.tiski.support;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of rules that the database and the domain keep together. It commits, so each test has a municipality of its
 * own and sees nothing of the others'. One context serves them all.
 */
@SpringBootTest(
        classes = DomainApplication.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {"tiski.postgres.throwaway=true", "db-scheduler.enabled=false"})
public abstract class DomainTest {

    @Autowired
    protected TestClock clock;

    @Autowired
    protected DSLContext sql;

    @Autowired
    private Municipality.Tools tools;

    protected Municipality town;

    @BeforeEach
    void newTown() {
        clock.set(TestClock.MONDAY_NINE);
        town = Municipality.found(tools);
    }
}
