package fi.tiski.domain.cases;

import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.text.Plain;
import java.util.Optional;

/** The relative or support person who acts for the customer. */
public record Helper(String name, Optional<PhoneNumber> phone) {

    public Helper {
        name = Plain.line(name);
    }

    @Override
    public String toString() {
        return "Helper[…]";
    }
}
