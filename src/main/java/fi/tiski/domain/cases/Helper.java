package fi.tiski.domain.cases;

import fi.tiski.domain.people.PhoneNumber;
import java.util.Optional;

/** The relative or support person who acts for the customer. */
public record Helper(String name, Optional<PhoneNumber> phone) {

    @Override
    public String toString() {
        return "Helper[…]";
    }
}
