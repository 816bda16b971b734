package fi.tiski.domain.points;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record CounterId(UUID value) {

    public static CounterId next() {
        return new CounterId(Ids.next());
    }
}
