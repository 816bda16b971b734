package fi.tiski.domain.queue;

import java.util.List;
import java.util.UUID;

/**
 * What became of the numbers that a kiosk gave.
 *
 * @param kept these presses have their ticket, from now or from before
 * @param refused these cannot be tickets: the number is not this kiosk's, or another press has had it on that day
 */
public record Reconciled(List<UUID> kept, List<UUID> refused) {

    public Reconciled {
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
    }
}
