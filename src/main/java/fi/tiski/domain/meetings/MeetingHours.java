package fi.tiski.domain.meetings;

import fi.tiski.domain.appointments.Appointment;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the links to a booked meeting open it.
 *
 * @param opens how long before its beginning
 * @param closes how long after its end; one that is still on then is not cut off
 * @param agentLate how long after its beginning a customer who waits is told that their agent has not come
 */
@ConfigurationProperties("tiski.booked-video")
public record MeetingHours(
        @DefaultValue("15m") Duration opens,
        @DefaultValue("30m") Duration closes,
        @DefaultValue("5m") Duration agentLate) {

    public Instant opens(Appointment booked) {
        return booked.during().from().minus(opens);
    }

    public Instant closes(Appointment booked) {
        return booked.during().until().plus(closes);
    }
}
