package fi.tiski.domain.meetings;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record MeetingId(UUID value) {

    public static MeetingId next() {
        return new MeetingId(Ids.next());
    }
}
