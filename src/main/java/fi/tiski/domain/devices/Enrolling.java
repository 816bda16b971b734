package fi.tiski.domain.devices;

import fi.tiski.domain.points.Kiosk;
import java.time.Instant;

/** How far a machine has come that asks to be a kiosk. */
public sealed interface Enrolling {

    /** @param code six letters and digits that can be said aloud; good for one acceptance, until {@code until} */
    record Waiting(EnrolmentId id, String code, Instant until) implements Enrolling {}

    /** Its key is good from now on. */
    record Enrolled(Kiosk kiosk) implements Enrolling {}

    /** Its key was good once and was taken away: it needs a new one. */
    record Revoked() implements Enrolling {}

    /** More codes were asked for from its address than one place has machines. */
    record Later(Instant from) implements Enrolling {}
}
