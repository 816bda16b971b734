package fi.tiski.domain.meetings;

/** What became of coming in with a key. */
public sealed interface Joining {

    /** @param lastSignal what came before is not for this window */
    record In(Seat seat, long lastSignal) implements Joining {}

    /** The meeting has ended, for whichever reason. */
    record Over(MeetingState state) implements Joining {}

    /** The key opens nothing: forged, run out, or another one has taken its place. */
    record Unknown() implements Joining {}
}
