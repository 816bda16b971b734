package fi.tiski.domain.devices;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record EnrolmentId(UUID value) {

    public static EnrolmentId next() {
        return new EnrolmentId(Ids.next());
    }
}
