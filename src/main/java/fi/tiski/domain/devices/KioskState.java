package fi.tiski.domain.devices;

import fi.tiski.domain.points.Kiosk;
import java.util.List;
import java.util.Optional;

/** How it stands with a kiosk. */
public record KioskState(
        Kiosk kiosk,
        Optional<Device> device,
        Optional<Heard> heard,
        List<Trouble> troubles,
        List<Order> orders,
        Optional<ScreenMessage> message) {

    public KioskState {
        troubles = List.copyOf(troubles);
        orders = List.copyOf(orders);
    }
}
