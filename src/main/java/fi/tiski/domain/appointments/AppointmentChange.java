package fi.tiski.domain.appointments;

/** What became of an attempt to move an appointment on. */
public sealed interface AppointmentChange {

    record Changed(Appointment appointment) implements AppointmentChange {}

    /** Somebody was quicker: from where it is now this cannot be done. */
    record NotFrom(AppointmentState state) implements AppointmentChange {}
}
