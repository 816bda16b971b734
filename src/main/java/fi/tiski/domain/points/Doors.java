package fi.tiski.domain.points;

import java.time.Instant;
import java.util.Optional;

/** Whether a point is open at a moment. */
public sealed interface Doors {

    record Open(Instant closes) implements Doors {}

    /** @param opens next, within two weeks; empty when not that soon */
    record Closed(Optional<Instant> opens) implements Doors {}
}
