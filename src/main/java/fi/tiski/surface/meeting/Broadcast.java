package fi.tiski.surface.meeting;

import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.Seat;
import fi.tiski.platform.live.Live;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells one window what happens in its meeting, on a virtual thread of its own that waits for announcements. Each time it
 * reads again, so an announcement that was lost only comes later.
 */
@Component
class Broadcast implements SmartLifecycle {

    /** A line without a word for longer is cut by some on the way, and the browser would not know that it is. */
    private static final long WORD_EVERY_SECONDS = 5;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LineService line;
    private final Live live;
    private final Set<Semaphore> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Broadcast(LineService line, Live live) {
        this.line = line;
        this.live = live;
    }

    private record Told(UUID from, String body) {}

    /** Until the window goes, the person is in another one, the meeting has ended, or the server stops. */
    void to(String key, Seat seat, UUID browser, long after, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        var changed = new Semaphore(1);
        lines.add(changed);
        var keys =
                List.of(seat.meeting().liveKey(), LineService.liveKey(seat.me().id()));
        try (var watched = live.watch(keys, changed::release)) {
            new Telling(key, browser, after, response).tell(changed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException databaseAway) {
            // The browser asks again, and is told then.
            response.flushBuffer();
        } finally {
            lines.remove(changed);
        }
    }

    private final class Telling {

        private final String key;
        private final UUID browser;
        private final HttpServletResponse response;
        private long after;
        private Optional<People> told = Optional.empty();

        Telling(String key, UUID browser, long after, HttpServletResponse response) {
            this.key = key;
            this.browser = browser;
            this.after = after;
            this.response = response;
        }

        void tell(Semaphore changed) throws IOException, InterruptedException {
            while (running) {
                var isChange = changed.tryAcquire(WORD_EVERY_SECONDS, TimeUnit.SECONDS);
                changed.drainPermits();
                var seat = line.openedBy(key);
                if (seat.isEmpty() || !line.isHere(seat.get(), browser)) {
                    write("event: elsewhere\ndata: {}\n\n");
                    return;
                }
                write(isChange ? "" : ": \n\n");
                people(seat.get());
                signals(seat.get());
                response.flushBuffer();
                if (!seat.get().meeting().isUnderWay()) {
                    return;
                }
            }
        }

        private void people(Seat seat) throws IOException {
            var now = People.of(seat.meeting(), line.participants(seat.meeting()));
            if (!told.equals(Optional.of(now))) {
                told = Optional.of(now);
                write("event: state\ndata: " + JSON.writeValueAsString(now) + "\n\n");
            }
        }

        private void signals(Seat seat) throws IOException {
            for (var signal : line.signals(seat, browser, after)) {
                after = signal.number();
                write("id: " + after + "\nevent: signal\ndata: "
                        + JSON.writeValueAsString(new Told(signal.from().value(), signal.body())) + "\n\n");
            }
        }

        private void write(String words) throws IOException {
            response.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Open lines would keep the server from stopping. */
    @Override
    public void stop() {
        running = false;
        lines.forEach(Semaphore::release);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server waits for what is under way. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
