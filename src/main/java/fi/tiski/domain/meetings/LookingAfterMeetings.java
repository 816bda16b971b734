package fi.tiski.domain.meetings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What time itself brings to those who wait for a meeting, once over all processes. */
@Configuration(proxyBeanMethods = false)
class LookingAfterMeetings {

    private static final Logger log = LoggerFactory.getLogger(LookingAfterMeetings.class);

    @Bean
    RecurringTask<Void> lookAfterWhoWaitsForAMeeting(MeetingsService meetings) {
        return Tasks.recurring("look-after-who-waits-for-a-meeting", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) ->
                        log.debug("{} gone, {} told that it takes longer", meetings.letGo(), meetings.apologise()));
    }
}
