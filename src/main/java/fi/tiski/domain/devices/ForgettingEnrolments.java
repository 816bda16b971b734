package fi.tiski.domain.devices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes codes and tickets that nobody used, every hour and once over all processes. */
@Configuration(proxyBeanMethods = false)
class ForgettingEnrolments {

    private static final Logger log = LoggerFactory.getLogger(ForgettingEnrolments.class);

    @Bean
    RecurringTask<Void> forgetOldEnrolments(DevicesService devices) {
        return Tasks.recurring("forget-old-enrolments", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> log.debug("{} codes and tickets forgotten", devices.forgetOld()));
    }
}
