package fi.tiski.platform.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A server that somebody else runs. It is only ever connected to, never started or stopped. */
record YourServer(Login login, String version) implements PostgresServer {

    static final int OLDEST = 15;

    private static final int ANSWER_WITHIN_SECONDS = 10;

    /**
     * Connects once, so that a wrong address, a wrong password or an old server is told in one sentence rather than by
     * the pool's timeout half a minute later.
     */
    static YourServer reach(Login login) {
        if (!login.url().startsWith("jdbc:postgresql:")) {
            throw new PostgresUnavailable(
                    "the database address must begin with jdbc:postgresql:// ; correct SPRING_DATASOURCE_URL.");
        }
        var properties = new Properties();
        if (login.user() != null) {
            properties.setProperty("user", login.user());
        }
        if (login.secret() != null) {
            properties.setProperty("password", login.secret());
        }
        properties.setProperty("loginTimeout", String.valueOf(ANSWER_WITHIN_SECONDS));
        try (var connection = DriverManager.getConnection(login.url(), properties);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version')")) {
            answer.next();
            requireNewEnough(answer.getInt(1));
            return new YourServer(login, answer.getString(2));
        } catch (SQLException refused) {
            throw new PostgresUnavailable(sentence(refused, login), refused);
        }
    }

    /** Takes {@code server_version_num}: 150004 is 15.4, 90603 is 9.6. */
    static void requireNewEnough(int versionNumber) {
        if (versionNumber < OLDEST * 10_000) {
            var version = versionNumber >= 100_000
                    ? versionNumber / 10_000 + "." + versionNumber % 10_000
                    : versionNumber / 10_000 + "." + versionNumber / 100 % 100;
            throw new PostgresUnavailable("the database is PostgreSQL " + version + " and Tiski needs " + OLDEST
                    + " or later; upgrade it, or point SPRING_DATASOURCE_URL at a newer one.");
        }
    }

    private static String sentence(SQLException refused, Login login) {
        var state = refused.getSQLState() == null ? "" : refused.getSQLState();
        if (state.startsWith("28")) {
            return "the database at " + login.address() + " refuses this user or password; check"
                    + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "the server has no database for " + login.address() + "; create it, or correct"
                    + " SPRING_DATASOURCE_URL.";
        }
        if (state.equals("53300")) {
            return "the database at " + login.address() + " has no free connections; raise its max_connections or"
                    + " stop something that uses them.";
        }
        return "no PostgreSQL answers at " + login.address() + "; start it, or correct SPRING_DATASOURCE_URL.";
    }

    @Override
    public JdbcConnectionDetails connection() {
        return login;
    }

    @Override
    public String description() {
        return "PostgreSQL " + version + " at " + login.address();
    }

    @Override
    public void close() {}
}
