package fi.tiski.domain.appointments;

/** What became of confirming a held time. */
public sealed interface Booking {

    /** Also for a press that was made twice. */
    record Booked(Appointment appointment) implements Booking {}

    /**
     * The hold ran out, and somebody else has the time or it was given up; or the point has closed for that time, or the
     * agent is not there any more.
     */
    record HoldLapsed() implements Booking {}
}
