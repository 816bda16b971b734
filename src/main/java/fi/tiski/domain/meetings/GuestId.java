package fi.tiski.domain.meetings;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record GuestId(UUID value) {

    public static GuestId next() {
        return new GuestId(Ids.next());
    }
}
