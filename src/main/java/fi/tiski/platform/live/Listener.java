package fi.tiski.platform.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears announcements on one connection of its own: a pool would give it back, and {@code LISTEN} does not pass through
 * a transaction pooler. A connection that is lost is made again, and then everything counts as changed.
 */
@Component
class Listener implements SmartLifecycle {

    /** An open screen re-reads this often even when nothing was announced: what a crash swallowed heals. */
    private static final long HEAL_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final int POLL_MILLIS = 1_000;
    private static final int ANSWER_WITHIN_SECONDS = 5;
    private static final long RETRY_MILLIS = 500;
    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final JdbcConnectionDetails database;
    private final Live live;
    private volatile boolean running;
    private volatile @Nullable Connection open;

    Listener(JdbcConnectionDetails database, Live live) {
        this.database = database;
        this.live = live;
    }

    private void listen() {
        var lost = false;
        while (running) {
            try (var connection = connect()) {
                open = connection;
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + Announcer.CHANNEL);
                }
                if (lost) {
                    log.info("The line for announcements is there again");
                    lost = false;
                }
                live.mayHaveMissed();
                hear(connection);
            } catch (SQLException gone) {
                // Once: it is tried twice a second, for as long as the database is away.
                if (running && !lost) {
                    log.info("The line for announcements was lost and is being made again: {}", gone.getMessage());
                    lost = true;
                }
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var line = connection.unwrap(PGConnection.class);
        var healed = System.nanoTime();
        while (running) {
            var notifications = line.getNotifications(POLL_MILLIS);
            if (notifications != null && notifications.length > 0) {
                live.heard(Arrays.stream(notifications)
                        .map(PGNotification::getParameter)
                        .flatMap(payload -> Arrays.stream(payload.split(" ")))
                        // Whoever may connect can say anything on this line, and must not cut it by saying nonsense.
                        .filter(LiveKey::isKey)
                        .map(LiveKey::new)
                        .distinct()
                        .toList());
            }
            if (System.nanoTime() - healed > HEAL_NANOS) {
                healed = System.nanoTime();
                if (!connection.isValid(ANSWER_WITHIN_SECONDS)) {
                    throw new SQLException("the server does not answer");
                }
                live.mayHaveMissed();
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", String.valueOf(ANSWER_WITHIN_SECONDS));
        properties.setProperty("loginTimeout", String.valueOf(ANSWER_WITHIN_SECONDS));
        properties.setProperty("ApplicationName", "tiski-live");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("tiski-listener").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        var connection = open;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                log.debug("The line for announcements was gone already", alreadyGone);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
