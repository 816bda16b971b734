package fi.tiski.surface.doors;

import fi.tiski.domain.people.PeopleService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The telephone number that a human answers; remembered for when the database is what is away. */
@Component
class HumanNumber {

    private final PeopleService people;
    private volatile @Nullable String remembered;

    HumanNumber(PeopleService people) {
        this.people = people;
    }

    /** As it is shown; empty until an organisation has been set up, and when it could never be read. */
    Optional<String> digits() {
        if (remembered == null) {
            try {
                people.organisation().ifPresent(ours -> remembered = ours.phone());
            } catch (DataAccessException | TransactionException away) {
                // Without the number the page still says what to do.
                return Optional.empty();
            }
        }
        return Optional.ofNullable(remembered);
    }
}
