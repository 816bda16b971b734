package fi.tiski.domain.meetings;

/** What became of asking for a meeting now. */
public sealed interface Asking {

    record Waits(VideoMeeting meeting) implements Asking {}

    /** No agent serves by video just now. */
    record NobodyServes() implements Asking {}
}
