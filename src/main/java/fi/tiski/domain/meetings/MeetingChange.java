package fi.tiski.domain.meetings;

/** What became of an attempt to move a meeting on. */
public sealed interface MeetingChange {

    record Changed(VideoMeeting meeting) implements MeetingChange {}

    /** From where it is now this cannot be done. */
    record NotFrom(MeetingState state) implements MeetingChange {}
}
