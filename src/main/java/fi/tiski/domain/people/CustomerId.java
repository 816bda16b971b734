package fi.tiski.domain.people;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record CustomerId(UUID value) {

    public static CustomerId next() {
        return new CustomerId(Ids.next());
    }
}
