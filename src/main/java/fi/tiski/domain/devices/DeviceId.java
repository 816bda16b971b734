package fi.tiski.domain.devices;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record DeviceId(UUID value) {

    public static DeviceId next() {
        return new DeviceId(Ids.next());
    }
}
