package fi.tiski.domain.meetings;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record ParticipantId(UUID value) {

    public static ParticipantId next() {
        return new ParticipantId(Ids.next());
    }
}
