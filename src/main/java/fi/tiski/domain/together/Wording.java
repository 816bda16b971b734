package fi.tiski.domain.together;

import java.util.List;

/** How what was agreed is put on the case, in the customer's language. */
@FunctionalInterface
public interface Wording {

    /** @param written each place; of one that the customer keeps to themselves there are no words */
    String of(List<Written> written);
}
