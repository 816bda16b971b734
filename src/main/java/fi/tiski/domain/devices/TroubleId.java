package fi.tiski.domain.devices;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record TroubleId(UUID value) {

    public static TroubleId next() {
        return new TroubleId(Ids.next());
    }
}
