package fi.tiski.surface.kiosk;

/** Who may open a kiosk's address; the words of {@code tiski.kiosk.enrolment}. */
enum Enrolment {
    /** Anybody, so that a demo can be looked at. A machine that has a key is still the kiosk that its key says. */
    OPEN,
    /** Machines whose key is good. */
    REQUIRED
}
