package fi.tiski.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What one more open journey, or desk, keeps in the server's memory. */
final class HeapPart implements Part {

    private static final int FEW = 100;
    private static final int MANY = 1_000;
    private static final int HEAP_MEGABYTES = 1_500;
    private static final double JOURNEY = 100;
    private static final double DESK = 400;

    /** What is left when all have gone, of what they all took: less than this counts as flat. */
    private static final double FLAT = 5;

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String title() {
        return "Memory of what is open";
    }

    @Override
    public String how() {
        return """
                The application in a process of its own; its windows are opened by a client that speaks Flow's protocol,
                each with a session of its own: kiosks where somebody has pressed for a person and is asked how they
                would like to meet, and desks that are signed in, with their WebSocket open. What is reachable after a
                full collection is read from the process itself; the figure is (heap with %,d open - heap with %d open) /
                %d. Then all of them are closed and their sessions ended, and it is read again.""".formatted(MANY, FEW, MANY - FEW);
    }

    @Override
    public List<Figure> measure(Folder kept) throws Exception {
        var figures = new ArrayList<Figure>();
        try (var server = Server.start(kept.of("desks"), HEAP_MEGABYTES)) {
            figures.addAll(measure(server, "kiosk journey", JOURNEY, person -> journey(server, person)));
            figures.addAll(measure(server, "desk", DESK, person -> desk(server, person)));
        }
        return figures;
    }

    private static List<Figure> measure(Server server, String what, double goal, IntFunction<Window> open)
            throws IOException {
        Say.now("heap of each open " + what);
        // Classes, caches and pools of the first ones are not what one more costs.
        close(server, opened(0, 20, open));
        var before = heap(server);
        var windows = opened(0, FEW, open);
        var few = heap(server);
        windows.addAll(opened(FEW, MANY, open));
        var many = heap(server);
        close(server, windows);
        var after = heap(server);
        var each = (many - few) / (MANY - FEW);
        var left = 100 * (after - before) / (many - before);
        return List.of(
                Figure.atMost(
                        goal,
                        " kB",
                        "each open %s".formatted(what),
                        each,
                        "%.0f kB (all in all %.0f MB with none, %.0f MB with %d, %.0f MB with %,d)"
                                .formatted(each, before / 1000, few / 1000, FEW, many / 1000, MANY)),
                new Figure(
                        "left when %,d have ended".formatted(MANY),
                        String.format(
                                Locale.ROOT, "%.1f %% of what they took (%.0f MB)", left, (after - before) / 1000),
                        "flat",
                        left < FLAT ? Figure.Verdict.MET : Figure.Verdict.MISSED));
    }

    private static List<Window> opened(int from, int until, IntFunction<Window> open) {
        var windows = new ArrayList<Window>();
        for (int person = from; person < until; person++) {
            windows.add(open.apply(person));
        }
        return windows;
    }

    private static Window journey(Server server, int person) {
        var window = new Window(server.address(), person);
        window.open("/kiosk/bench");
        window.press("human");
        if (!window.shows("choices")) {
            throw new IllegalStateException("The ways to a person did not come up");
        }
        return window;
    }

    private static Window desk(Server server, int person) {
        var window = new Window(server.address(), person);
        window.signIn(ServerMain.signIn(person % ServerMain.AGENTS), ServerMain.PASSWORD);
        window.open("/desk");
        window.listen((when, message) -> {});
        return window;
    }

    private static void close(Server server, List<Window> windows) throws IOException {
        windows.forEach(Window::close);
        server.ask("forget");
    }

    /** In kilobytes. */
    private static double heap(Server server) throws IOException {
        return Long.parseLong(server.ask("heap")) / 1000.0;
    }
}
