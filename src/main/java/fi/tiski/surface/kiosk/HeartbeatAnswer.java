package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.Told;
import fi.tiski.platform.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a keeper is answered.
 *
 * @param offline the numbers it may give while the service is away; null when none
 * @param open when the point's doors are open today; null when not at all
 * @param screen when its screen is lit; as the doors, unless a manager has set hours of its own
 */
record HeartbeatAnswer(
        List<ToDo> orders,
        @Nullable Numbers offline,
        @Nullable Hours open,
        @Nullable Hours screen) {

    record ToDo(UUID id, String act) {}

    /** Both ends are among them; on that day of the point's calendar. */
    record Numbers(int from, int to, LocalDate day) {}

    record Hours(Instant from, Instant until) {

        static @Nullable Hours of(Optional<Span> span) {
            return span.map(its -> new Hours(its.from(), its.until())).orElse(null);
        }
    }

    static HeartbeatAnswer of(Told told, @Nullable Numbers offline) {
        return new HeartbeatAnswer(
                told.orders().stream()
                        .map(order -> new ToDo(order.id(), order.act().tag()))
                        .toList(),
                offline,
                Hours.of(told.open()),
                Hours.of(told.lit()));
    }
}
