package fi.tiski.domain.meetings;

/** What became of an agent's press to let a guest in. */
public sealed interface Admission {

    record Admitted(Guest guest) implements Admission {}

    /** Four are there: somebody has to leave first. */
    record Full() implements Admission {}

    /** The customer has not been told yet that they are at the door. */
    record NotTold() implements Admission {}

    /** The customer has asked that they stay out. */
    record Unwanted() implements Admission {}

    /** They are not at the door, or the meeting is not on. */
    record NotFrom(GuestState state) implements Admission {}
}
