package fi.tiski.platform.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes counts that are over, every hour and once over all processes. */
@Configuration(proxyBeanMethods = false)
class ForgettingLimits {

    private static final Logger log = LoggerFactory.getLogger(ForgettingLimits.class);

    @Bean
    RecurringTask<Void> forgetOldLimits(Limits limits) {
        return Tasks.recurring("forget-old-limits", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> log.debug("{} counts forgotten", limits.forgetOld()));
    }
}
