package fi.tiski.platform.postgres;

import org.jspecify.annotations.Nullable;

/**
 * There is no PostgreSQL to work on. The message is one plain sentence for the person who starts Tiski: what happened
 * and what to do. It never holds a password.
 */
public class PostgresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresUnavailable(String sentence) {
        super(sentence);
    }

    PostgresUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
