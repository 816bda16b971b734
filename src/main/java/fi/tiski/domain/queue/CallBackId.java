package fi.tiski.domain.queue;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record CallBackId(UUID value) {

    public static CallBackId next() {
        return new CallBackId(Ids.next());
    }
}
