package fi.tiski.surface.signin;

import org.springframework.security.authentication.AuthenticationServiceException;

/** Nobody could look whether the password was right. */
final class DatabaseAway extends AuthenticationServiceException {

    private static final long serialVersionUID = 1;

    DatabaseAway(RuntimeException because) {
        super("The database is away", because);
    }
}
