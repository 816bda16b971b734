package fi.tiski.domain.staffing;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record InterpreterId(UUID value) {

    public static InterpreterId next() {
        return new InterpreterId(Ids.next());
    }
}
