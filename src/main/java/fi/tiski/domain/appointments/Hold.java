package fi.tiski.domain.appointments;

import fi.tiski.platform.time.Span;
import java.util.List;

/** What became of choosing a time. */
public sealed interface Hold {

    /** Kept for this customer until {@link Appointment#heldUntil}. */
    record Held(Appointment appointment) implements Hold {}

    /** Somebody was quicker. {@code instead} are the next free times, three at most. */
    record JustTaken(List<Span> instead) implements Hold {
        public JustTaken {
            instead = List.copyOf(instead);
        }
    }
}
