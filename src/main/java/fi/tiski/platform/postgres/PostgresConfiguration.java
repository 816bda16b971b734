package fi.tiski.platform.postgres;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Chooses the server. The pool is built from {@link JdbcConnectionDetails} and so is closed before the server is.
 *
 * <p>{@code tiski.postgres.throwaway=true} is for tests: a database of its own for each application context, on one
 * server for the whole test run, gone afterwards.
 */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresConfiguration.class);

    @Bean
    PostgresServer postgresServer(
            Environment environment,
            @Value("${tiski.data:./data}") Path data,
            @Value("${tiski.postgres.throwaway:false}") boolean throwAway) {
        var url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            return YourServer.reach(new Login(
                    url,
                    environment.getProperty("spring.datasource.username"),
                    environment.getProperty("spring.datasource.password")));
        }
        if (throwAway) {
            return ThrowAwayDatabase.create();
        }
        LOG.info("Starting PostgreSQL");
        return EmbeddedServer.start(data, EmbeddedServer.Durability.KEPT);
    }

    /** Rows are read and let go: none is stored through the record that it came in, and none is written to the log. */
    @Bean
    static DefaultConfigurationCustomizer statements() {
        return configuration ->
                configuration.settings().withExecuteLogging(false).withAttachRecords(false);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(PostgresServer server) {
        return server.connection();
    }

    /** A line of its own to the database: a migration of large tables may take longer than any press may wait. */
    @Bean
    FlywayConfigurationCustomizer patientMigrations(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    @Bean
    FlywayMigrationStrategy migrateAndSay(PostgresServer server) {
        return (Flyway flyway) -> {
            var pending = flyway.info().pending().length;
            if (pending > 0) {
                LOG.info("Preparing the tables ({} steps)", pending);
            }
            try {
                flyway.migrate();
            } catch (FlywayValidateException differs) {
                throw new PostgresUnavailable(
                        "another version of Tiski made the tables in " + server.description() + "; start that version,"
                                + " or choose an empty database with TISKI_DATA or SPRING_DATASOURCE_URL.",
                        differs);
            }
        };
    }
}
