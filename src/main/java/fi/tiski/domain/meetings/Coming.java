package fi.tiski.domain.meetings;

import fi.tiski.domain.appointments.Appointment;
import java.time.Instant;

/** What the link to a booked meeting opens just now. */
public sealed interface Coming {

    /** It is forged, a new one has taken its place, the appointment was cancelled or moved, or its time is past. */
    record Nothing() implements Coming {}

    record Early(Appointment booked, VideoMeeting meeting, Instant opens) implements Coming {}

    /** The customer can come in; they have not yet. */
    record Open(Appointment booked, VideoMeeting meeting) implements Coming {}

    /** @param isLate whether it has been time for so long that an apology is due */
    record Waits(Appointment booked, VideoMeeting meeting, boolean isLate) implements Coming {}

    record Meets(Appointment booked, VideoMeeting meeting) implements Coming {}

    record Met(Appointment booked, VideoMeeting meeting) implements Coming {}
}
