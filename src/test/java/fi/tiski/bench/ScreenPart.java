package fi.tiski.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** From a committed change to every screen that shows it. */
final class ScreenPart implements Part {

    private static final int[] DESKS = {1, 10, 100};
    private static final int WARM = 40;
    private static final int CHANGES = 100;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final int WARM_DESKS = 10;
    private static final int HEAP_MEGABYTES = 800;
    private static final double GOAL = 3;

    @Override
    public String name() {
        return "screen";
    }

    @Override
    public String title() {
        return "From a change to the screens";
    }

    @Override
    public String how() {
        return """
                Desks are signed in and open in the real application, in a process of its own; each has a session and a
                WebSocket of its own, held by a client that speaks Flow's protocol and draws nothing. A number is taken
                or given up at the point that all of them show; the clock runs from its commit until the message that
                changes the desk has arrived, at each desk. Against it, in the same process: the same change at another
                point, one `pg_notify`, one connection that listens, and the word passed on to as many bare WebSockets.
                The two take turns, %d changes each or as many as 40 s allow, after as many as the application's virtual
                machine needed to be warm; the clock is the machine's, the same for both processes. All desks, all bare
                sockets, the application and the database share the machine's cores, and all desks show the same list,
                which is the worst case.""".formatted(CHANGES);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var server = Server.start(kept.of("desks"), HEAP_MEGABYTES)) {
            try (var some = new Desks(server, WARM_DESKS)) {
                WarmUp.until("screens", () -> some.change(1), () -> Long.parseLong(server.ask("compiled")));
            }
            for (var desks : DESKS) {
                figures.addAll(measure(server, desks));
            }
        }
        return figures;
    }

    private static List<Figure> measure(Server server, int desks) throws Exception {
        Say.now(desks + " open desks");
        try (var open = new Desks(server, desks)) {
            open.change(WARM);
            open.desk.forget();
            open.bare.forget();
            open.change(CHANGES);
            var desk = open.desk.all();
            var bare = open.bare.all();
            var ratio = desk.percentile(95) / bare.percentile(95);
            return List.of(Figure.atMost(
                    GOAL,
                    " times",
                    "%d open desks: p95, against the bare line".formatted(desks),
                    ratio,
                    "%.1f times: p95 %.1f ms of %.1f ms (middle %.1f of %.1f)"
                            .formatted(ratio, desk.percentile(95), bare.percentile(95), desk.median(), bare.median())));
        }
    }

    /** Open desks, as many bare sockets, and how long both waited for the changes so far. */
    private static final class Desks implements AutoCloseable {

        private final Server server;
        private final int many;
        private final List<Window> windows = new ArrayList<>();
        private final List<WebSocket> sockets = new ArrayList<>();
        private final Arrivals desk = new Arrivals();
        private final Arrivals bare = new Arrivals();

        Desks(Server server, int many) {
            this.server = server;
            this.many = many;
            for (int i = 0; i < many; i++) {
                var who = i;
                var window = new Window(server.address(), i);
                windows.add(window);
                window.signIn(ServerMain.signIn(i), ServerMain.PASSWORD);
                window.open("/desk");
                window.listen((when, message) -> {
                    if (message.contains("\"changes\":[{")) {
                        desk.arrived(who, when);
                    }
                });
                sockets.add(bareSocket(server.address(), (when, message) -> bare.arrived(who, when)));
            }
        }

        int change(int times) throws Exception {
            var until = System.nanoTime() + LONGEST_NANOS;
            for (int i = 0; i < times && System.nanoTime() < until; i++) {
                desk.after(server, "change", many);
                bare.after(server, "bare", many);
            }
            return times;
        }

        @Override
        public void close() throws IOException {
            windows.forEach(Window::close);
            sockets.forEach(WebSocket::abort);
            server.ask("forget");
        }
    }

    private static WebSocket bareSocket(URI server, BiConsumer<Long, String> heard) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + server.getAuthority() + BareLine.PATH), new Window.Line(heard))
                .join();
    }

    /** When each screen had what was changed last, and how long it took. */
    private static final class Arrivals {

        private final ConcurrentHashMap<Integer, Long> first = new ConcurrentHashMap<>();
        private final List<Double> milliseconds = new ArrayList<>();
        private volatile CountDownLatch missing = new CountDownLatch(0);

        void arrived(int screen, long when) {
            if (first.putIfAbsent(screen, when) == null) {
                missing.countDown();
            }
        }

        /** Makes the change, and waits until every screen has it. */
        void after(Server server, String change, int screens) throws Exception {
            settle();
            first.clear();
            missing = new CountDownLatch(screens);
            var committed = Long.parseLong(server.ask(change));
            if (!missing.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException(missing.getCount() + " of " + screens + " screens heard nothing");
            }
            first.values().forEach(when -> milliseconds.add((when - committed) / 1e6));
        }

        /** What the one before may still set off must not count for the next. */
        private static void settle() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(60);
        }

        void forget() {
            milliseconds.clear();
        }

        Spread all() {
            return Spread.of(milliseconds);
        }
    }
}
