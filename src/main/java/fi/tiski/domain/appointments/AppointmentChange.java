package fi.tiski.domain.appointments;

import java.time.Instant;

/** What became of an attempt to move an appointment on. */
public sealed interface AppointmentChange {

    record Changed(Appointment appointment) implements AppointmentChange {}

    /** Somebody was quicker: from where it is now this cannot be done. */
    record NotFrom(AppointmentState state) implements AppointmentChange {}

    /** The agent is on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements AppointmentChange {}
}
