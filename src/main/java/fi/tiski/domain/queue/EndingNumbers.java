package fi.tiski.domain.queue;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends the numbers that nobody stays for, every half minute and once over all processes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EndingNumbers.Rule.class)
class EndingNumbers {

    private static final Logger log = LoggerFactory.getLogger(EndingNumbers.class);
    private static final Duration HOW_OFTEN = Duration.ofSeconds(30);

    /**
     * @param afterClosing how long after closing time those who still wait are kept in the line
     */
    @ConfigurationProperties("tiski.queue")
    record Rule(
            @DefaultValue NoShow noShow,
            @DefaultValue("30m") Duration afterClosing) {

        /**
         * @param calls so often somebody is called
         * @param after how long after the last call they have not come
         */
        record NoShow(
                @DefaultValue("2") int calls,
                @DefaultValue("5m") Duration after) {}
    }

    @Bean
    RecurringTask<Void> endUnattendedNumbers(Unattended unattended, Rule rule) {
        return Tasks.recurring("end-unattended-numbers", FixedDelay.of(HOW_OFTEN))
                .execute((instance, context) -> log.debug(
                        "{} numbers ended",
                        unattended.end(rule.noShow().calls(), rule.noShow().after(), rule.afterClosing())));
    }
}
