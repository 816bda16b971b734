package fi.tiski.domain.devices;

import fi.tiski.domain.points.Geometry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A machine's sign of life.
 *
 * @param geometry of its glass; empty when it does not say
 * @param done orders that it has carried out since the last one
 */
public record Beat(Facts facts, Optional<Geometry> geometry, List<UUID> done) {

    public Beat {
        done = List.copyOf(done);
    }
}
