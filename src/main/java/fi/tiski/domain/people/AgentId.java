package fi.tiski.domain.people;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record AgentId(UUID value) {

    public static AgentId next() {
        return new AgentId(Ids.next());
    }
}
