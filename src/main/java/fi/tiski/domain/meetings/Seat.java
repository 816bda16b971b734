package fi.tiski.domain.meetings;

/** What a key opens: one participant's place in one meeting. */
public record Seat(VideoMeeting meeting, Participant me) {}
