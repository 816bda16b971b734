package fi.tiski.domain.meetings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time itself brings to those who wait at a booked time, once over all processes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeetingHours.class)
class KeepingAppointments {

    private static final Logger log = LoggerFactory.getLogger(KeepingAppointments.class);

    @Bean
    RecurringTask<Void> lookAfterWhoWaitsAtABookedTime(BookedMeetingsService booked) {
        return Tasks.recurring("look-after-who-waits-at-a-booked-time", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) ->
                        log.debug("{} gone, {} told that nobody has come", booked.letGo(), booked.apologise()));
    }
}
