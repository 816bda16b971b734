package fi.tiski.domain.points;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record KioskId(UUID value) {

    public static KioskId next() {
        return new KioskId(Ids.next());
    }
}
