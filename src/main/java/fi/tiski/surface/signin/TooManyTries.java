package fi.tiski.surface.signin;

import java.time.Instant;
import org.springframework.security.core.AuthenticationException;

/** Nobody looked at the password: too many were wrong before. */
final class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Instant until;

    TooManyTries(Instant until) {
        super("Too many tries");
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
