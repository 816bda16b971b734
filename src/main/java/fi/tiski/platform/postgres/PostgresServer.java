package fi.tiski.platform.postgres;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The server in use, already checked: it answers, lets us in and is new enough. */
public sealed interface PostgresServer extends AutoCloseable permits EmbeddedServer, ThrowAwayDatabase, YourServer {

    JdbcConnectionDetails connection();

    /** One line for the person who starts Tiski, such as {@code PostgreSQL 18.4, kept in /srv/tiski/data}. */
    String description();

    /** Stops what this process started; a server of yours goes on running. */
    @Override
    void close();
}
