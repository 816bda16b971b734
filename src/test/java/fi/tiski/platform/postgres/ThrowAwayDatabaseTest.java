package fi.tiski.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
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
        assertThat(pool.isWrapperFor(com.zaxxer.hikari.HikariDataSource.class)).isTrue();
        assertThat(sql.fetchValue("select count(*) from flyway_schema_history where success"))
                .isNotEqualTo(0L);
    }

    @Test
    void isAnotherOneForEachContext() {
        var first = ThrowAwayDatabase.create().connection().getJdbcUrl();
        var second = ThrowAwayDatabase.create().connection().getJdbcUrl();
        assertThat(first).isNotEqualTo(second);
    }
}
