package fi.tiski.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fi.tiski.platform.ids.Ids;
import fi.tiski.support.DomainTest;
import fi.tiski.support.Eventually;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LiveTest extends DomainTest {

    @Autowired
    private Live live;

    @Autowired
    private TransactionTemplate transaction;

    private final LiveKey key = LiveKey.of("case", Ids.next());
    private final LiveKey afterwards = LiveKey.of("case", Ids.next());

    @Test
    void everyWatcherHearsOfAChangeOnceItIsCommitted() {
        var heard = new CountDownLatch(2);
        try (var one = live.watch(List.of(key), heard::countDown);
                var other = live.watch(List.of(afterwards, key), heard::countDown)) {
            transaction.executeWithoutResult(running -> {
                live.changed(key);
                live.changed(key);
                assertThat(heard.getCount()).isEqualTo(2);
            });

            assertThat(Eventually.happens(heard)).isTrue();
        }
    }

    @Test
    void nobodyHearsOfAChangeThatWasRolledBack() {
        sql.connection(connection -> {
            var line = connection.unwrap(PGConnection.class);
            sql(connection, "listen tiski");
            transaction.executeWithoutResult(running -> {
                live.changed(key);
                running.setRollbackOnly();
            });
            change(afterwards);

            // Announcements come in their order: where the later one is, the earlier one would have been.
            var said = new StringBuilder();
            while (!said.toString().contains(afterwards.value())) {
                var heard = line.getNotifications(10_000);
                assertThat(heard).isNotEmpty();
                List.of(heard).forEach(one -> said.append(one.getParameter()).append(' '));
            }
            assertThat(said.toString()).doesNotContain(key.value());
            sql(connection, "unlisten tiski");
        });
    }

    private static void sql(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void aWatchThatIsClosedHearsNothing() {
        var heard = new AtomicInteger();
        live.watch(List.of(key), heard::incrementAndGet).close();

        change(key);

        hear(afterwards);
        assertThat(heard).hasValue(0);
    }

    @Test
    void aBrokenScreenKeepsNobodyElseFromHearing() {
        var heard = new CountDownLatch(1);
        try (var broken = live.watch(List.of(key), () -> {
                    throw new IllegalStateException("broken on purpose");
                });
                var whole = live.watch(List.of(key), heard::countDown)) {
            change(key);

            assertThat(Eventually.happens(heard)).isTrue();
        }
    }

    @Test
    void aChangeIsAnnouncedOnlyFromInsideItsTransaction() {
        assertThatIllegalStateException().isThrownBy(() -> live.changed(key));
    }

    @Test
    void whenTheLineIsLostItIsMadeAgainAndEverythingCountsAsChanged() {
        var heard = new CountDownLatch(1);
        sql.execute("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where application_name = 'tiski-live' and datname = current_database()");

        try (var watch = live.watch(List.of(key), heard::countDown)) {
            assertThat(Eventually.happens(heard)).isTrue();
        }

        hear(afterwards);
    }

    @Test
    void whatSomebodyElseSaysOnTheLineDoesNotCutIt() {
        sql.execute("select pg_notify('tiski', 'no key at all!')");

        hear(key);
    }

    @Test
    void manyKeysAreAnnouncedInPayloadsThatPostgresTakes() {
        var keys = new LinkedHashSet<LiveKey>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(LiveKey.of("appointments", Ids.next()));
        }

        var payloads = Announcer.payloads(keys);

        assertThat(payloads)
                .hasSizeGreaterThan(1)
                .allSatisfy(payload -> assertThat(payload.getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(8_000));
        assertThat(payloads.stream()
                        .flatMap(payload -> List.of(payload.split(" ")).stream().map(LiveKey::new)))
                .containsExactlyElementsOf(keys);
    }

    @Test
    void aThousandChangesOfOneTransactionAreAllHeard() {
        var keys = IntStream.range(0, 1_000)
                .mapToObj(i -> LiveKey.of("case", Ids.next()))
                .toList();
        var heard = new CountDownLatch(keys.size());
        var watches = keys.stream()
                .map(one -> live.watch(List.of(one), heard::countDown))
                .toList();

        change(keys.toArray(LiveKey[]::new));

        assertThat(Eventually.happens(heard)).isTrue();
        watches.forEach(Live.Watch::close);
    }

    private void change(LiveKey... keys) {
        transaction.executeWithoutResult(running -> live.changed(keys));
    }

    private void hear(LiveKey one) {
        var heard = new CountDownLatch(1);
        try (var watch = live.watch(List.of(one), heard::countDown)) {
            change(one);
            assertThat(Eventually.happens(heard)).isTrue();
        }
    }
}
