package fi.tiski.domain.handovers;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record HandoverId(UUID value) {

    public static HandoverId next() {
        return new HandoverId(Ids.next());
    }
}
