package fi.tiski.domain.meetings;

import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.live.LiveKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A meeting by video, that a customer asked for now or has booked.
 *
 * @param point where the kiosk stands; empty at home
 * @param channel through which the customer takes part
 * @param askedAt of a booked one, when the customer came
 * @param told the longest wait that they were told when they asked, if anything could be said
 * @param agent who answered
 * @param apologisedAt when they were told that it takes longer than that, or that the booked agent has not come
 * @param appointment the booked time that it belongs to; empty when it was asked for now
 */
public record VideoMeeting(
        OrganisationId organisation,
        MeetingId id,
        CaseId caseId,
        Optional<PointId> point,
        Channel channel,
        MeetingState state,
        Instant askedAt,
        Optional<Duration> told,
        Optional<AgentId> agent,
        Optional<String> agentName,
        Optional<Instant> answeredAt,
        Optional<Instant> apologisedAt,
        Optional<AppointmentId> appointment) {

    /** Announced whenever who takes part, or how it stands, changes. */
    public LiveKey liveKey() {
        return liveKey(id);
    }

    static LiveKey liveKey(MeetingId id) {
        return LiveKey.of("meeting", id.value());
    }

    public boolean isBooked() {
        return appointment.isPresent();
    }

    public boolean isUnderWay() {
        return state == MeetingState.WAITING || state == MeetingState.LIVE;
    }
}
