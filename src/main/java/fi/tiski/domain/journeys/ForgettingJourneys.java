package fi.tiski.domain.journeys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the journeys that people walked away from, every hour and once over all processes. */
@Configuration(proxyBeanMethods = false)
class ForgettingJourneys {

    private static final Logger log = LoggerFactory.getLogger(ForgettingJourneys.class);

    @Bean
    RecurringTask<Void> forgetAbandonedJourneys(JourneysService journeys) {
        return Tasks.recurring("forget-abandoned-journeys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> log.debug("{} abandoned journeys ended", journeys.endAbandoned()));
    }
}
