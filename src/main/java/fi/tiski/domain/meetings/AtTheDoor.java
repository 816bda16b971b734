package fi.tiski.domain.meetings;

import fi.tiski.platform.time.Span;
import java.time.Instant;

/** Where somebody stands who opens a guest's link. */
public sealed interface AtTheDoor {

    /** The link is forged, was taken back, or its time is past. */
    record Nothing() implements AtTheDoor {}

    record Early(Guest guest, Span during, Instant opens) implements AtTheDoor {}

    /** They have yet to say that they are here. */
    record Outside(Guest guest, VideoMeeting meeting) implements AtTheDoor {}

    /** @param isFull whether four are there already */
    record Waits(Guest guest, VideoMeeting meeting, boolean isFull) implements AtTheDoor {}

    record Refused(Guest guest, VideoMeeting meeting) implements AtTheDoor {}

    record In(Guest guest, VideoMeeting meeting) implements AtTheDoor {}

    record Over(Guest guest, VideoMeeting meeting) implements AtTheDoor {}
}
