package fi.tiski.domain.people;

import fi.tiski.platform.ids.Ids;
import java.util.UUID;

public record OrganisationId(UUID value) {

    public static OrganisationId next() {
        return new OrganisationId(Ids.next());
    }
}
