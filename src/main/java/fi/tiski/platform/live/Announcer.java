package fi.tiski.platform.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends announcements, several changes gathered in one. Outside the transactions that made them: {@code pg_notify}
 * inside a transaction takes a lock that all commits of the database queue for.
 */
@Component
class Announcer implements SmartLifecycle {

    static final String CHANNEL = "tiski";

    /** What it tells of is on the disk already, and a crash forgets whom it told: nothing here needs to wait for the disk. */
    private static final String SEND = "select pg_notify(?, ?), set_config('synchronous_commit', 'off', true)";

    /** PostgreSQL refuses a payload of 8000 bytes or more. */
    private static final int LONGEST = 7900;

    /** No two announcements follow each other more closely; one that comes alone is sent at once. */
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final DSLContext sql;
    private final BlockingQueue<Collection<LiveKey>> waiting = new LinkedBlockingQueue<>();
    private volatile boolean running;

    Announcer(DSLContext sql) {
        this.sql = sql;
    }

    void announce(Collection<LiveKey> keys) {
        // Whole: the screens of a transaction that changed two things hear of both at once, and read once.
        waiting.add(List.copyOf(keys));
    }

    private void send() {
        var sent = System.nanoTime();
        while (running) {
            try {
                var first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    TimeUnit.NANOSECONDS.sleep(sent + APART_NANOS - System.nanoTime());
                    sent = System.nanoTime();
                    var keys = new LinkedHashSet<>(first);
                    var more = new ArrayList<Collection<LiveKey>>();
                    waiting.drainTo(more);
                    more.forEach(keys::addAll);
                    payloads(keys)
                            .forEach(
                                    payload -> sql.query(SEND, CHANNEL, payload).execute());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                // The database is away. Screens re-read by themselves within 15 seconds of its return.
                log.warn("Changes could not be announced: {}", failed.getMessage());
            }
        }
    }

    static List<String> payloads(Set<LiveKey> keys) {
        var payloads = new ArrayList<String>();
        var payload = new StringBuilder();
        for (var key : keys) {
            if (payload.length() + key.value().length() + 1 > LONGEST) {
                payloads.add(payload.toString());
                payload.setLength(0);
            }
            payload.append(payload.isEmpty() ? "" : " ").append(key.value());
        }
        payloads.add(payload.toString());
        return payloads;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("tiski-announcer").start(this::send);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
