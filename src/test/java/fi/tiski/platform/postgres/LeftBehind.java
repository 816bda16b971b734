package fi.tiski.platform.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;

/** A process of its own that keeps a row and then waits to be killed. */
class LeftBehind {

    static final String READY = "ready";

    public static void main(String[] folder) throws Exception {
        var server = EmbeddedServer.start(Path.of(folder[0]), EmbeddedServer.Durability.KEPT);
        var login = server.connection();
        try (var connection =
                        DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (words text)");
            statement.execute("insert into note values ('confirmed before the kill')");
        }
        System.out.println(READY);
        System.in.read();
    }
}
