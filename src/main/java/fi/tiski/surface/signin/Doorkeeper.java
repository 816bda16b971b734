package fi.tiski.surface.signin;

import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.limits.Asking;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.limits.Limits;
import fi.tiski.platform.limits.Patience;
import fi.tiski.platform.postgres.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Slows down whoever guesses passwords, without locking anybody out.
 *
 * <p>A browser that has signed in with this name before is counted by itself: what strangers try elsewhere does not keep
 * it waiting. All other browsers are counted together, by the name and by where they come from, and wait longer and
 * longer, for five minutes at most. While they wait, passwords are not looked at, and trying on does not make the wait
 * longer. A name that nobody has is counted like any other. While the database is away nobody is told that they were wrong.
 */
final class Doorkeeper implements AuthenticationProvider {

    /** Well below the hundred an hour that ASVS allows: 11 tries until the longest wait, then 12 an hour. */
    static final Patience WITH_A_NAME =
            new Patience(5, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(12));

    /** A whole office may sign in from one address on a Monday morning. */
    static final Patience FROM_A_PLACE =
            new Patience(40, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(1));

    private final AuthenticationProvider passwords;
    private final PeopleService people;
    private final Limits limits;

    Doorkeeper(AuthenticationProvider passwords, PeopleService people, Limits limits) {
        this.passwords = passwords;
        this.people = people;
        this.limits = limits;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication trying) throws AuthenticationException {
        try {
            return letIn(trying);
        } catch (RuntimeException failed) {
            throw Outage.isBehind(failed) ? new DatabaseAway(failed) : failed;
        }
    }

    private @Nullable Authentication letIn(Authentication trying) {
        var name = trying.getName().strip().toLowerCase(Locale.ROOT);
        var visitor = trying.getDetails() instanceof Visitor known ? known : new Visitor("", "");
        // Asked also where there is nothing to ask, so that all take the same steps.
        var isKnown = people.knowsDevice(name, visitor.device());
        var byName = isKnown ? new Counted("device", visitor.device()) : new Counted("sign-in", name);
        var byPlace = Counted.byAddress("sign-in-from", visitor.place());
        var counted = isKnown ? Map.of(byName, WITH_A_NAME) : Map.of(byName, WITH_A_NAME, byPlace, FROM_A_PLACE);
        if (limits.tryOnce(counted) instanceof Asking.NotBefore(var from)) {
            throw new TooManyTries(from);
        }
        var signedIn = passwords.authenticate(trying);
        limits.forget(List.of(byName));
        if (!isKnown) {
            limits.takeBack(byPlace);
        }
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return passwords.supports(kind);
    }
}
