package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.classic.turbo.TurboFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import fi.tiski.support.LogWatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A database that is away is two lines in the log, however often it is asked for. */
class AwayInTheLogTest {

    /** Those of applications that other tests have left open would answer before this one's. */
    private final TurboFilterList filters = ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList();

    private final List<TurboFilter> others = List.copyOf(filters);

    {
        filters.clear();
    }

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T07:00:00Z"));
    private final AwayInTheLog away = new AwayInTheLog(now::get);

    @AfterEach
    void leaveTheLogAlone() {
        away.destroy();
        filters.addAll(others);
    }

    @Test
    void theSchedulerSaysOnceThatTheDatabaseIsAwayAndOnceThatItIsBack() throws Exception {
        var asked = new CountDownLatch(3);
        try (var log = LogWatch.open()) {
            var scheduler = Scheduler.create(new NoDatabase(asked))
                    .pollingInterval(Duration.ofMillis(1))
                    .addSchedulerListener(away)
                    .build();
            scheduler.start();
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            scheduler.stop();
            now.updateAndGet(then -> then.plusSeconds(48));
            away.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);
            away.onSchedulerEvent(SchedulerEventType.RAN_EXECUTE_DUE);

            assertThat(log.all().lines().filter(line -> line.contains("database")))
                    .containsExactly(
                            AwayInTheLog.class.getName()
                                    + ": The database is away; what is done in the background waits for it",
                            AwayInTheLog.class.getName() + ": The database is back after 48 s");
            assertThat(log.all()).doesNotContain("Exception");
        }
    }

    @Test
    void whatElseGoesWrongIsLoggedAsEver() {
        try (var log = LogWatch.open()) {
            LoggerFactory.getLogger(AwayInTheLog.SCHEDULER + ".Any")
                    .error("Failed", new IllegalStateException("wrong"));

            assertThat(log.all()).contains("Failed").contains("IllegalStateException: wrong");
        }
    }

    private static final class NoDatabase extends AbstractDataSource {

        private final CountDownLatch asked;

        NoDatabase(CountDownLatch asked) {
            this.asked = asked;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.countDown();
            throw new SQLException("nothing answers", "08001");
        }

        @Override
        public Connection getConnection(String user, String secret) throws SQLException {
            return getConnection();
        }
    }
}
