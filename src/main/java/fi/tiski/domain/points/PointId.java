package fi.tiski.domain.points;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record PointId(UUID value) {

    public static PointId next() {
        return new PointId(Ids.next());
    }
}
