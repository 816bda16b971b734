package fi.tiski.domain.points;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record RoomId(UUID value) {

    public static RoomId next() {
        return new RoomId(Ids.next());
    }
}
