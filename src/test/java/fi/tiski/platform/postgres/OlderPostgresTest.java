package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest PostgreSQL that we promise to run on takes every migration, and its free times come out. */
class OlderPostgresTest {

    private static final Path PROGRAMS = Path.of("target", "postgres-15", "binaries.jar");

    @TempDir
    private Path folder;

    @Test
    void everyMigrationRunsOnVersion15() throws Exception {
        try (var old = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> programs())
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            var done = Flyway.configure()
                    .dataSource(old.getPostgresDatabase())
                    .locations("filesystem:migrations")
                    .load()
                    .migrate();

            assertThat(done.success).isTrue();
            try (var connection = old.getPostgresDatabase().getConnection()) {
                assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(15);
                assertThat(first(connection, FREE_TIMES)).isEqualTo("2026-03-02 07:00:00+00");
            }
        }
    }

    private static final String FREE_TIMES = """
            with ours as (insert into organisation values
                     ('00000000-0000-7000-8000-000000000001', 'o', '{"fi":"o","sv":"o","en":"o"}', '1') returning id),
                 somebody as (insert into agent (organisation_id, id, sign_in, password_hash, name, role, languages)
                     select id, id, 'a', '-', 'A', 'agent', array['fi'] from ours returning id)
            insert into shift (organisation_id, id, agent_id, during, modes)
            select id, id, id, '[2026-03-02 07:00+00,2026-03-02 08:00+00)', array['phone'] from somebody;
            select starts::text from free_times('00000000-0000-7000-8000-000000000001', 'phone', null, null, 30, 'fi',
                     '{}', '{}', '2026-03-01 12:00+00', '2026-03-09 12:00+00', 'Europe/Helsinki', now(), 1)""";

    private static String first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            statement.execute(sql);
            assertThat(statement.getMoreResults()).isTrue();
            try (var rows = statement.getResultSet()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    /** The archive inside the artifact; not on the class path, where it would hide the version that we ship. */
    private static InputStream programs() throws IOException {
        try (var jar = new ZipFile(PROGRAMS.toFile())) {
            var archive = Files.createTempFile("postgres-15", ".txz");
            archive.toFile().deleteOnExit();
            try (var packed = jar.getInputStream(jar.getEntry("postgres-linux-x86_64.txz"))) {
                Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.newInputStream(archive);
        }
    }
}
