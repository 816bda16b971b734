package fi.tiski.domain.devices;

import fi.tiski.platform.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a machine is answered.
 *
 * @param orders all that it has not said it has done
 * @param open when its screen is lit today; empty when not at all
 */
public record Told(List<Order> orders, Optional<Span> open) {

    public Told {
        orders = List.copyOf(orders);
    }
}
