package fi.tiski.platform.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** An empty database for a test that starts an application of its own. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** On the server that all tests share; gone with it. */
    public static JdbcConnectionDetails create() {
        return ThrowAwayDatabase.create().connection();
    }
}
