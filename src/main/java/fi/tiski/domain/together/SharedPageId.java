package fi.tiski.domain.together;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record SharedPageId(UUID value) {

    static SharedPageId next() {
        return new SharedPageId(Ids.next());
    }
}
