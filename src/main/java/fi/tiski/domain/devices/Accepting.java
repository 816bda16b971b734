package fi.tiski.domain.devices;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.Kiosk;
import java.time.Instant;

/** What became of accepting the machine that shows a code. */
public sealed interface Accepting {

    record Accepted(Device device) implements Accepting {}

    /** No machine shows that code now: mistyped, or it has a newer one. */
    record NoSuchCode() implements Accepting {}

    /** Somebody was faster: it is this kiosk already. */
    record AcceptedAlready(Kiosk kiosk, AgentId by) implements Accepting {}

    /** Another machine is this kiosk; its key must be taken away first. */
    record KioskHasOne(Kiosk kiosk) implements Accepting {}

    /** Too many codes were wrong; not looked at before then. */
    record Later(Instant from) implements Accepting {}
}
