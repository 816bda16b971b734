package fi.tiski.domain.meetings;

/** A meeting that was on is over, or went on by telephone. Published within the transaction. */
public record MeetingEnded(VideoMeeting meeting) {}
