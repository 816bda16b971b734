import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the typed tables from the migrations themselves, run on a real PostgreSQL: no parser of SQL knows exclusion
 * constraints, ranges and partial indexes as well as the database does.
 *
 * <p>Arguments: the migrations folder, the folder for the sources, a folder for work. Does nothing while neither the
 * migrations nor this file have changed.
 */
public class GenerateJooq {

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]);
        var sources = Path.of(args[1]);
        var work = Path.of(args[2]);
        var stamp = work.resolve("migrations.sha256");
        var hash = hash(
                migrations,
                Path.of(System.getProperty("jdk.launcher.sourcefile", args[0] + "/../src/codegen/GenerateJooq.java")));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash) && Files.isDirectory(sources)) {
            return;
        }
        Files.createDirectories(work);
        System.out.println("Generating typed tables from " + migrations.getFileName() + "/ ...");
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(work.resolve("postgres").toFile())
                // Ten seconds, the library's own patience, are too short on a machine that builds other things too.
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(postgres.getJdbcUrl("postgres", "postgres"), sources));
        }
        Files.writeString(stamp, hash);
    }

    private static Configuration configuration(String url, Path sources) {
        return new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withIncludeRoutines(true)
                                .withIncludes(".*")
                                .withExcludes("""
                                        flyway_schema_history | scheduled_tasks
                                        | gbt.* | gbtree.* | gist_.* | gtrgm.* | gin_.* | .*_dist | unaccent.* | .*similarity.*
                                        | show_limit | set_limit | show_trgm | refuse_.* | point_open""")
                                .withForcedTypes(
                                        new ForcedType()
                                                .withName("INSTANT")
                                                .withIncludeTypes("timestamptz|timestamp with time zone"),
                                        new ForcedType()
                                                .withUserType("fi.tiski.platform.text.LocalText")
                                                .withConverter("fi.tiski.platform.text.LocalTextConverter")
                                                .withIncludeTypes("local_text"),
                                        new ForcedType()
                                                .withUserType("org.jooq.postgres.extensions.types.OffsetDateTimeRange")
                                                .withBinding(
                                                        "org.jooq.postgres.extensions.bindings.OffsetDateTimeRangeBinding")
                                                .withIncludeTypes("tstzrange")))
                        .withGenerate(
                                new Generate().withPojos(false).withDaos(false).withJavaTimeTypes(true))
                        .withTarget(new Target()
                                .withPackageName("fi.tiski.platform.tables")
                                .withDirectory(sources.toString())
                                .withClean(true)));
    }

    private static String hash(Path migrations, Path self) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        List<Path> files;
        try (var found = Files.list(migrations)) {
            files = found.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        }
        for (var file : files) {
            add(digest, file);
        }
        if (Files.isRegularFile(self)) {
            add(digest, self);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
}
