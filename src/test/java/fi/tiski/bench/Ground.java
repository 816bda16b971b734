package fi.tiski.bench;

import fi.tiski.platform.postgres.PostgresUnavailable;
import fi.tiski.support.DomainApplication;
import fi.tiski.support.Municipality;
import fi.tiski.support.TestClock;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jooq.DSLContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/**
 * The two lower floors on a PostgreSQL of their own that keeps what it confirms (fsync on), in this process. The clock
 * stands at a Monday morning, so that data kept from an earlier run is never out of date.
 */
final class Ground implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Ground(ConfigurableApplicationContext context) {
        this.context = context;
        clock().set(TestClock.MONDAY_NINE);
    }

    /** On the data in {@code folder}; what was made by other migrations than today's is made anew. */
    static Ground at(Path folder) {
        try {
            return new Ground(start(folder));
        } catch (RuntimeException failed) {
            if (!isOutdated(failed)) {
                throw failed;
            }
            Say.now("The data in " + folder + " was made by other migrations, and is made anew");
            throwAway(folder);
            return new Ground(start(folder));
        }
    }

    static void throwAway(Path folder) {
        FileSystemUtils.deleteRecursively(folder.toFile());
        FileSystemUtils.deleteRecursively(
                folder.resolveSibling(folder.getFileName() + ".done").toFile());
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(DomainApplication.class, Taping.class)
                .web(WebApplicationType.NONE)
                // As arguments: the tests' own configuration, which is on the class path too, throws its database away.
                .run(
                        "--tiski.postgres.throwaway=false",
                        "--tiski.data=" + folder,
                        "--db-scheduler.enabled=false",
                        // Making the data takes as long as it takes.
                        "--spring.datasource.hikari.leak-detection-threshold=0",
                        "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
                        "--logging.level.fi.tiski=warn");
    }

    private static boolean isOutdated(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException
                    || (cause instanceof PostgresUnavailable && cause.getCause() instanceof FlywayValidateException)) {
                return true;
            }
        }
        return false;
    }

    <T> T a(Class<T> type) {
        return context.getBean(type);
    }

    DSLContext sql() {
        return a(DSLContext.class);
    }

    TestClock clock() {
        return a(TestClock.class);
    }

    Municipality newTown() {
        return Municipality.found(a(Municipality.Tools.class));
    }

    Recorder recorder() {
        return (Recorder) a(DataSource.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Puts a recorder around the pool: it passes everything on until a thread asks it to listen. */
    static class Taping {

        @Bean
        static BeanPostProcessor taping() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource pool && !(bean instanceof Recorder) ? new Recorder(pool) : bean;
                }
            };
        }
    }
}
