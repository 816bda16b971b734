package fi.tiski.domain.devices;

import fi.tiski.platform.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a machine is answered.
 *
 * @param orders all that it has not said it has done
 * @param open when the point's doors are open today; empty when not at all
 * @param lit when its screen is; as the doors, unless somebody has set hours of its own
 */
public record Told(List<Order> orders, Optional<Span> open, Optional<Span> lit) {

    public Told {
        orders = List.copyOf(orders);
    }
}
