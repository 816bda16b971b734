package fi.tiski.domain.devices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time itself brings, once over all processes: silence is noticed, and what is over is forgotten. */
@Configuration(proxyBeanMethods = false)
class LookingAfterDevices {

    private static final Logger log = LoggerFactory.getLogger(LookingAfterDevices.class);

    @Bean
    RecurringTask<Void> forgetOldEnrolments(DevicesService devices, CareService care) {
        return Tasks.recurring("forget-old-enrolments", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> log.debug(
                        "{} codes and tickets and {} troubles forgotten", devices.forgetOld(), care.forgetOld()));
    }

    @Bean
    RecurringTask<Void> noticeSilentKiosks(CareService care) {
        return Tasks.recurring("notice-silent-kiosks", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> log.debug("{} kiosks have gone silent", care.noticeSilence()));
    }
}
