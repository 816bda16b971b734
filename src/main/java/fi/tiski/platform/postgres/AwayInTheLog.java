package fi.tiski.platform.postgres;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One line when the database goes, and one when it is back. The scheduler asks it every few seconds and would log a
 * stack trace each time; its listeners hear that something failed, but not what, so the cause is read where it is
 * logged. Whatever else the scheduler has to say is logged as ever.
 */
@Component
final class AwayInTheLog extends AbstractSchedulerListener implements DisposableBean {

    static final String SCHEDULER = "com.github.kagkarlsson.scheduler";

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(AwayInTheLog.class);

    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> gone = new AtomicReference<>();
    private final TurboFilter filter = new OutagesOnce();

    AwayInTheLog(InstantSource clock) {
        this.clock = clock;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            filter.setContext(context);
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
            var since = gone.getAndSet(null);
            if (since != null) {
                LOG.warn(
                        "The database is back after {} s",
                        Duration.between(since, clock.instant()).toSeconds());
            }
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(filter);
        }
    }

    private final class OutagesOnce extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parts,
                @Nullable Throwable thrown) {
            if (thrown == null || !logger.getName().startsWith(SCHEDULER) || !Outage.isBehind(thrown)) {
                return FilterReply.NEUTRAL;
            }
            if (gone.compareAndSet(null, clock.instant())) {
                LOG.warn("The database is away; what is done in the background waits for it");
            }
            return FilterReply.DENY;
        }
    }
}
