package fi.tiski.platform.live;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells screens that something has changed. A service calls {@link #changed} inside its transaction; after the commit
 * every watcher in every process is told, once for all keys of the transaction.
 *
 * <p>A watcher may be told without a change (after a lost connection, and every now and then to heal what was lost): it
 * re-reads, and finds nothing new. It is told on a thread of this class and must hand over at once.
 */
@Service
public class Live {

    private static final Logger log = LoggerFactory.getLogger(Live.class);

    private final Announcer announcer;
    private final KeptReadings readings;
    private final Map<LiveKey, List<Runnable>> watchers = new ConcurrentHashMap<>();

    Live(Announcer announcer, KeptReadings readings) {
        this.announcer = announcer;
        this.readings = readings;
    }

    /** Announces {@code keys} once the running transaction has committed; nothing is announced if it does not. */
    public void changed(LiveKey... keys) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A change is announced from inside the transaction that makes it");
        }
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof AfterCommit pending && pending.owner() == this) {
                pending.keys.addAll(List.of(keys));
                return;
            }
        }
        var pending = new AfterCommit();
        pending.keys.addAll(List.of(keys));
        TransactionSynchronizationManager.registerSynchronization(pending);
    }

    /** Runs {@code reread} whenever one of {@code keys} may have changed, until the watch is closed. */
    public Watch watch(Collection<LiveKey> keys, Runnable reread) {
        for (var key : keys) {
            watchers.compute(key, (k, those) -> {
                var all = those == null ? new CopyOnWriteArrayList<Runnable>() : those;
                all.add(reread);
                return all;
            });
        }
        return () -> keys.forEach(key -> watchers.computeIfPresent(key, (k, those) -> {
            those.remove(reread);
            return those.isEmpty() ? null : those;
        }));
    }

    /**
     * Runs the re-reading of a screen that was told of a change: what other screens read because of the same change is not
     * read again (see {@link UntilChanged}).
     */
    public void told(Runnable reread) {
        readings.told(reread);
    }

    /** Ends what {@link Live#watch} began. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    void heard(Collection<LiveKey> keys) {
        readings.changed(keys);
        var told = new LinkedHashSet<Runnable>();
        keys.forEach(key -> told.addAll(watchers.getOrDefault(key, List.of())));
        tell(told);
    }

    void mayHaveMissed() {
        readings.forget();
        heard(Set.copyOf(watchers.keySet()));
    }

    private static void tell(Collection<Runnable> rereads) {
        for (var reread : rereads) {
            try {
                reread.run();
            } catch (RuntimeException failed) {
                // One broken screen must not keep the others from hearing.
                log.warn("A screen could not be told of a change", failed);
            }
        }
    }

    private final class AfterCommit implements TransactionSynchronization {

        private final Set<LiveKey> keys = new LinkedHashSet<>();

        Live owner() {
            return Live.this;
        }

        @Override
        public void afterCommit() {
            // Not only when it is heard: a screen that is told of something else meanwhile must see what was done here.
            readings.changed(keys);
            announcer.announce(keys);
        }
    }
}
