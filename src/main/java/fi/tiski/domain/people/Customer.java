package fi.tiski.domain.people;

import fi.tiski.platform.text.Language;
import java.util.Optional;

/** Somebody who is served. May be nameless: a number in the queue is enough. */
public record Customer(
        OrganisationId organisation,
        CustomerId id,
        Optional<String> name,
        Optional<PhoneNumber> phone,
        Language language) {

    /** Not who they are: this ends up in logs. */
    @Override
    public String toString() {
        return "Customer[" + id.value() + "]";
    }
}
