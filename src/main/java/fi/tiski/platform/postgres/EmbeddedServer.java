package fi.tiski.platform.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL of our own, on the loopback address and a free port, kept in a data folder. What it has confirmed
 * is on the disk. It runs as long as this object is open, and a start after a kill takes over what was left.
 *
 * <p>The application connects as {@code tiski}, which owns its database but is no superuser: a superuser would pass by
 * every row policy.
 */
final class EmbeddedServer implements PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final long ROOT = 0;
    private static final String SUPERUSER = "postgres";
    private static final String USER = "tiski";
    private static final int MAX_CONNECTIONS = 60;
    private static final long LOG_KEPT_BYTES = 5_000_000;
    private static final int START_WITHIN_SECONDS = 60;
    private static final int STOP_WITHIN_SECONDS = 60;
    private static final int PORT_ATTEMPTS = 3;

    private final DataFolder data;
    private final Binaries binaries;
    private final Durability durability;
    private int port;
    private String version = "";

    enum Durability {
        /** What has been confirmed survives a power cut. */
        KEPT("on", "--sync-method=fsync", "fast"),
        /** Only for data that is deleted afterwards anyway. */
        THROWN_AWAY("off", "--no-sync", "immediate");

        private final String setting;
        private final String initdbOption;
        private final String stopMode;

        Durability(String setting, String initdbOption, String stopMode) {
            this.setting = setting;
            this.initdbOption = initdbOption;
            this.stopMode = stopMode;
        }
    }

    private EmbeddedServer(DataFolder data, Durability durability) throws IOException {
        this.data = data;
        this.durability = durability;
        if (DataFolder.user() == ROOT && !LinuxUtils.isUnshareAvailable()) {
            throw new PostgresUnavailable("PostgreSQL does not run as root on this machine; start Tiski as a normal"
                    + " user, or give the address of a PostgreSQL in SPRING_DATASOURCE_URL.");
        }
        if (DataFolder.user() == ROOT) {
            // In its user namespace the server has none of root's rights over the files of others.
            data.requireOurs(data.path());
        }
        this.binaries = Binaries.in(data.path());
    }

    /**
     * Starts on this folder, which is created if need be; a server that an earlier process left behind is stopped first.
     * Throws {@link PostgresUnavailable} when the folder is in use or the server does not start.
     */
    static EmbeddedServer start(Path folder, Durability durability) {
        var data = DataFolder.take(folder);
        try {
            var server = new EmbeddedServer(data, durability);
            server.stopOrphan();
            server.createCluster();
            server.startCluster();
            try {
                server.createDatabase(USER);
            } catch (SQLException | RuntimeException | Error failed) {
                server.stop();
                throw failed;
            }
            return server;
        } catch (IOException | SQLException failed) {
            data.close();
            throw couldNot("start", data, failed);
        } catch (RuntimeException | Error failed) {
            data.close();
            throw failed;
        }
    }

    /** Stops what an ended process left running on that folder, if anything; a folder in use is left alone. */
    static void stopLeftovers(Path folder) {
        try (var data = DataFolder.takeIfFree(folder)) {
            if (data != null && Postmaster.on(data.cluster()).isPresent()) {
                new EmbeddedServer(data, Durability.THROWN_AWAY).stopOrphan();
            }
        } catch (IOException failed) {
            LOG.warn("Could not stop what was left in {}", folder, failed);
        }
    }

    @Override
    public JdbcConnectionDetails connection() {
        return login(USER, USER);
    }

    /** A database of its own on this server, owned by the application's user. */
    JdbcConnectionDetails connectionTo(String database) {
        try {
            createDatabase(database);
        } catch (SQLException failed) {
            throw couldNot("create a database", data, failed);
        }
        return login(database, USER);
    }

    @Override
    public String description() {
        return "PostgreSQL " + version + ", kept in " + data.path();
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            data.close();
        }
    }

    private Login login(String database, String user) {
        try {
            return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, data.password());
        } catch (IOException unreadable) {
            throw couldNot("read its password", data, unreadable);
        }
    }

    private void stopOrphan() throws IOException {
        var orphan = Postmaster.on(data.cluster());
        if (orphan.isPresent()) {
            LOG.info("Stopping the PostgreSQL that an ended Tiski left behind");
            stop();
        } else {
            // The number in it may meanwhile be another program's; the server would then refuse to start.
            Files.deleteIfExists(data.cluster().resolve("postmaster.pid"));
        }
    }

    private void createCluster() throws IOException {
        var cluster = data.cluster();
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            data.requireOurs(cluster);
            requireSameMajorVersion(cluster);
            return;
        }
        LOG.info("Creating the database in {}", data.path());
        data.password();
        // Renamed into place only when whole.
        var unfinished = data.path().resolve("postgres.new");
        FileSystemUtils.deleteRecursively(unfinished);
        // With the C character type, letters beyond a to z would be no letters to the trigram search.
        var characters = System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
        var status = run(
                START_WITHIN_SECONDS,
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + unfinished,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + data.passwordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--lc-ctype=" + characters,
                        "--set=max_connections=" + MAX_CONNECTIONS,
                        "--set=timezone=UTC",
                        "--set=log_timezone=UTC",
                        // What customers say must not reach the log by way of an error message.
                        "--set=log_error_verbosity=terse",
                        "--set=log_min_error_statement=panic",
                        "--set=log_checkpoints=off",
                        durability.initdbOption));
        if (status != 0) {
            throw couldNot("create the database", data, null);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameMajorVersion(Path cluster) throws IOException {
        var was = Files.readString(cluster.resolve("PG_VERSION")).strip();
        var answer = new ProcessBuilder(command(List.of(binaries.program("postgres"), "--version"))).start();
        String now;
        try (var said = answer.inputReader()) {
            now = String.valueOf(said.readLine()).replaceFirst(".* (\\d+)\\..*", "$1");
        }
        if (!was.equals(now)) {
            throw new PostgresUnavailable("the data folder " + data.path() + " was made by PostgreSQL " + was
                    + " and this Tiski brings " + now + "; start it with the Tiski that made it, or choose another"
                    + " folder with TISKI_DATA.");
        }
    }

    private void startCluster() throws IOException {
        if (Files.exists(data.log()) && Files.size(data.log()) > LOG_KEPT_BYTES) {
            Files.move(data.log(), data.path().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            if (run(START_WITHIN_SECONDS + 10, startCommand()) == 0) {
                return;
            }
            // Between our asking for a free port and the server's taking it, another program may have been quicker.
            if (attempt == PORT_ATTEMPTS || isFree(port)) {
                throw couldNot("start", data, null);
            }
        }
    }

    private List<String> startCommand() {
        var options = String.join(
                " ",
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                // No socket file: other users of the machine could reach it, and its path may be too long.
                "-c unix_socket_directories=''",
                "-c fsync=" + durability.setting,
                "-c synchronous_commit=" + durability.setting,
                "-c full_page_writes=" + durability.setting);
        // pg_ctl gives the server a session of its own: Ctrl-C in the terminal must not reach it before the pool.
        return List.of(
                binaries.program("pg_ctl"),
                "start",
                "-w",
                "-t",
                String.valueOf(START_WITHIN_SECONDS),
                "-D",
                data.cluster().toString(),
                "-l",
                data.log().toString(),
                "-o",
                options);
    }

    private void stop() {
        try {
            if (Postmaster.on(data.cluster()).isEmpty()) {
                return;
            }
            for (var mode : List.of(durability.stopMode, "immediate")) {
                var status = run(
                        STOP_WITHIN_SECONDS + 10,
                        List.of(
                                binaries.program("pg_ctl"),
                                "stop",
                                "-w",
                                "-t",
                                String.valueOf(STOP_WITHIN_SECONDS),
                                "-m",
                                mode,
                                "-D",
                                data.cluster().toString()));
                if (status == 0 || Postmaster.on(data.cluster()).isEmpty()) {
                    return;
                }
            }
            throw couldNot("stop", data, null);
        } catch (IOException failed) {
            throw couldNot("stop", data, failed);
        }
    }

    private void createDatabase(String database) throws SQLException {
        var secret = login(SUPERUSER, SUPERUSER);
        try (var connection = DriverManager.getConnection(secret.url(), SUPERUSER, secret.secret())) {
            version = connection.getMetaData().getDatabaseProductVersion();
            // Asked at every start: the first one may have been cut short just here.
            if (isMissing(connection, "select from pg_roles where rolname = ?", USER)) {
                // The password is hexadecimal digits: nothing in it to escape.
                execute(connection, "create role " + USER + " login password '" + secret.secret() + "'");
            }
            if (isMissing(connection, "select from pg_database where datname = ?", database)) {
                execute(connection, "create database " + database + " owner " + USER);
            }
        }
    }

    private static boolean isMissing(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var found = statement.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Its exit status; what it says goes to the log. */
    private int run(int seconds, List<String> program) throws IOException {
        var log = Files.exists(data.log()) ? data.log() : Files.createFile(data.log(), DataFolder.FILE_OF_ONE);
        var process = new ProcessBuilder(command(program))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static List<String> command(List<String> program) {
        if (DataFolder.user() != ROOT) {
            return program;
        }
        // In a user namespace of its own the server does not see that it is root's.
        var command = new ArrayList<>(List.of("unshare", "-U"));
        command.addAll(program);
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static PostgresUnavailable couldNot(String what, DataFolder data, @Nullable Exception cause) {
        return new PostgresUnavailable(
                "the PostgreSQL in the data folder could not " + what + "; the end of " + data.log() + " says why.",
                cause);
    }
}
