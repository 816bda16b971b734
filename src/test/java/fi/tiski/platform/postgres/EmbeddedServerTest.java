package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all, so that the programs are unpacked and the cluster is created once. */
@NullUnmarked
class EmbeddedServerTest {

    @TempDir
    static Path temporary;

    private static EmbeddedServer start() {
        return EmbeddedServer.start(folder(), EmbeddedServer.Durability.KEPT);
    }

    private static Path folder() {
        return temporary.resolve("data folder");
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        var login = server.connection();
        return DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
    }

    private static List<String> ask(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            var answers = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }

    @Test
    void whatIsConfirmedIsOnTheDiskAndThereAfterARestart() throws Exception {
        try (var server = start()) {
            assertThat(ask(server, "show fsync")).containsExactly("on");
            assertThat(ask(server, "show synchronous_commit")).containsExactly("on");
            assertThat(ask(server, "show full_page_writes")).containsExactly("on");
            ask(server, "create table kept (words text)");
            ask(server, "insert into kept values ('still here')");
        }
        try (var server = start()) {
            assertThat(ask(server, "select words from kept")).containsExactly("still here");
        }
    }

    @Test
    void aServerLeftByAKilledProcessIsStoppedAndItsRowsAreThere() throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var said = child.inputReader()) {
            assertThat(said.lines().anyMatch(LeftBehind.READY::equals)).isTrue();
            assertThatThrownBy(EmbeddedServerTest::start)
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining("another Tiski already uses the data folder");
        } finally {
            child.destroyForcibly().waitFor();
        }
        var orphan = Postmaster.on(folder().resolve("postgres")).orElseThrow();

        try (var server = start()) {
            assertThat(ask(server, "select words from note")).contains("confirmed before the kill");
            assertThat(Postmaster.on(folder().resolve("postgres")))
                    .isPresent()
                    .get()
                    .isNotEqualTo(orphan);
        }
        assertThat(Postmaster.on(folder().resolve("postgres"))).isEmpty();
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsNoHindrance() throws Exception {
        start().close();
        Files.writeString(
                folder().resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder().resolve("postgres") + "\n");
        try (var server = start()) {
            assertThat(ask(server, "select 1")).containsExactly("1");
        }
    }

    @Test
    void oneProcessUsesAFolderAtATime() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(EmbeddedServerTest::start).hasMessageContaining("choose another folder with TISKI_DATA");
            assertThat(ask(server, "select 1")).containsExactly("1");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (var server = start()) {
            var url = server.connection().getJdbcUrl();
            assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
            for (var user : List.of("tiski", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guessed"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            }
            assertThatThrownBy(() -> YourServer.reach(new Login(url, "tiski", "guessed")))
                    .hasMessageContaining("refuses this user or password");
        }
    }

    @Test
    void thePasswordIsReadableByItsOwnerAlone() throws Exception {
        start().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void theApplicationIsNoSuperuserAndStillHasWhatItNeeds() throws Exception {
        try (var server = start()) {
            assertThat(ask(server, "select rolsuper from pg_roles where rolname = current_user"))
                    .containsExactly("f");
            ask(server, "create extension if not exists pg_trgm");
            assertThat(ask(server, "select lower('ÅÄÖ')")).containsExactly("åäö");
            assertThat(ask(server, "select unnest(show_trgm('pöytä'))")).hasSize(6);
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedInWords() throws Exception {
        start().close();
        var version = folder().resolve("postgres/PG_VERSION");
        var now = Files.readString(version);
        try {
            Files.writeString(version, "17\n");
            assertThatThrownBy(EmbeddedServerTest::start).hasMessageContaining("was made by PostgreSQL 17");
        } finally {
            Files.writeString(version, now);
        }
    }
}
