package fi.tiski.domain.cases;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record CaseId(UUID value) {

    public static CaseId next() {
        return new CaseId(Ids.next());
    }
}
