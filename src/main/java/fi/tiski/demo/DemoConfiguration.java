package fi.tiski.demo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    /** Once an hour over all processes; each start does it too. */
    @Bean
    RecurringTask<Void> lampilaGoesOn(DemoLife life) {
        return Tasks.recurring("lampila-goes-on", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> life.goOn());
    }
}
