package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** What every test with a database stands on. */
@SpringBootTest(
        classes = PostgresConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "tiski.postgres.throwaway=true")
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class
})
class ThrowAwayDatabaseTest {

    @Autowired
    DSLContext sql;

    @Autowired
    DataSource pool;

    @Test
    void isMigratedAndReachedThroughThePool() throws Exception {
        assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
        assertThat(sql.fetchValue("select count(*) from flyway_schema_history where success"))
                .isNotEqualTo(0L);
    }

    @Test
    void isAnotherOneForEachContext() {
        var first = ThrowAwayDatabase.create().connection().getJdbcUrl();
        var second = ThrowAwayDatabase.create().connection().getJdbcUrl();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void tablesOfAnotherVersionOfTiskiAreRefusedInWords(@TempDir Path migrations) throws Exception {
        var database = ThrowAwayDatabase.create();
        var login = database.connection();
        var flyway = Flyway.configure()
                .dataSource(login.getJdbcUrl(), login.getUsername(), login.getPassword())
                .locations("filesystem:" + migrations)
                .load();
        var migrate = new PostgresConfiguration().migrateAndSay(database);
        Files.writeString(migrations.resolve("V1__first.sql"), "create table first (words text);");
        migrate.migrate(flyway);

        Files.writeString(migrations.resolve("V1__first.sql"), "create table first (number integer);");
        assertThatThrownBy(() -> migrate.migrate(flyway))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageStartingWith("another version of Tiski made the tables in PostgreSQL");
    }
}
