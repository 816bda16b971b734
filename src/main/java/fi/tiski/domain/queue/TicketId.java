package fi.tiski.domain.queue;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record TicketId(UUID value) {

    public static TicketId next() {
        return new TicketId(Ids.next());
    }
}
