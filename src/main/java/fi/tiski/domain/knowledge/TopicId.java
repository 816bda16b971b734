package fi.tiski.domain.knowledge;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record TopicId(UUID value) {

    public static TopicId next() {
        return new TopicId(Ids.next());
    }
}
