package fi.tiski.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The keeper of a kiosk, as its pages meet it: headphones that a test plugs in, a printer that runs out of paper, orders.
 * As strict as the real one: it answers nobody but {@link #serve the origin it was told to serve}, and only under its
 * own address. What it printed can be read ({@link #printed()}).
 */
public final class KeeperDouble implements AutoCloseable {

    /** Whether headphones are in the jack; {@code NONE} when the kiosk has no jack at all. */
    public enum Jack {
        IN,
        OUT,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Printer {
        READY,
        PAPER_LOW,
        PAPER_OUT,
        COVER_OPEN,
        OFFLINE,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean prints() {
            return this == READY || this == PAPER_LOW;
        }
    }

    /** A comment is sent that often, so that a page which left is noticed. */
    private static final long SIGN_OF_LIFE_SECONDS = 15;

    private static final String THE_END = "";

    private final HttpServer server;
    private final ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> origins = ConcurrentHashMap.newKeySet();
    private final List<byte[]> printed = new CopyOnWriteArrayList<>();
    private final Set<BlockingQueue<String>> listening = ConcurrentHashMap.newKeySet();
    private final Map<String, String> state = new LinkedHashMap<>();
    private Printer printer = Printer.READY;

    private KeeperDouble(HttpServer server) {
        this.server = server;
        state.put("jack", Jack.OUT.word());
        state.put("printer", printer.word());
    }

    /** On a port of its own, with a loudspeaker, an empty jack and a printer that is ready. */
    public static KeeperDouble start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var keeper = new KeeperDouble(server);
            server.setExecutor(keeper.listeners);
            server.createContext("/", keeper::answer);
            server.start();
            return keeper;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What {@code tiski.kiosk.keeper} is: scheme, host and port, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on pages of this origin ({@code http://localhost:8080}) are answered too. */
    public KeeperDouble serve(String origin) {
        origins.add(origin);
        return this;
    }

    public void jack(Jack now) {
        tell("jack", now.word());
    }

    /** As {@link #jack}, before any page has heard of it: only who asks learns it. */
    public synchronized void jackSilently(Jack now) {
        state.put("jack", now.word());
    }

    public void printer(Printer now) {
        printer = now;
        tell("printer", now.word());
    }

    /** As the manager's remote acts arrive at the page: {@code reload}. */
    public void order(String act) {
        send("order", act);
    }

    /** The bytes of each slip that came out, the oldest first. */
    public List<byte[]> printed() {
        return List.copyOf(printed);
    }

    public void forgetPrinted() {
        printed.clear();
    }

    /** How many pages listen for the jack and the printer now. */
    public int pagesListening() {
        return listening.size();
    }

    @Override
    public void close() {
        listening.forEach(page -> page.add(THE_END));
        server.stop(0);
        listeners.shutdownNow();
    }

    private synchronized void tell(String what, String now) {
        state.put(what, now);
        send(what, now);
    }

    private void send(String event, String data) {
        listening.forEach(page -> page.add(event(event, data)));
    }

    private static String event(String event, String data) {
        return "event: " + event + "\ndata: " + data + "\n\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!address().equals("http://" + exchange.getRequestHeaders().getFirst("Host")) || !admitted(exchange)) {
                say(exchange, 403, "");
                return;
            }
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /events" -> events(exchange);
                case "GET /jack" -> say(exchange, 200, now("jack"));
                case "GET /state" -> say(exchange, 200, now("jack", "printer"));
                case "GET /away" -> say(exchange, 200, "{\"service\":\"there\",\"offline\":false}");
                case "POST /arrive" -> say(exchange, 404, "");
                case "POST /print" -> print(exchange);
                default -> say(exchange, exchange.getRequestMethod().equals("OPTIONS") ? 204 : 404, "");
            }
        }
    }

    /** Whether the page that asks may; a program that is no page says no origin. */
    private boolean admitted(HttpExchange exchange) {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Vary", "Origin");
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin == null || !origins.contains(origin)) {
            return origin == null;
        }
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT");
        headers.set("Access-Control-Allow-Headers", "Content-Type");
        headers.set("Access-Control-Allow-Private-Network", "true");
        return true;
    }

    private void print(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readAllBytes();
        var prints = printer.prints();
        if (prints) {
            printed.add(bytes);
        }
        say(exchange, prints ? 200 : 409, now("printer"));
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        var page = new LinkedBlockingQueue<String>();
        synchronized (this) {
            state.forEach((what, now) -> page.add(event(what, now)));
            listening.add(page);
        }
        try (var out = exchange.getResponseBody()) {
            stream(page, out);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            listening.remove(page);
        }
    }

    private static void stream(BlockingQueue<String> page, OutputStream out) throws IOException, InterruptedException {
        while (true) {
            var next = page.poll(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
            if (THE_END.equals(next)) {
                return;
            }
            out.write((next == null ? ":\n\n" : next).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private synchronized String now(String... what) {
        var said = new StringBuilder("{");
        for (var one : what) {
            said.append(said.length() == 1 ? "" : ",")
                    .append('"')
                    .append(one)
                    .append("\":\"")
                    .append(state.get(one))
                    .append('"');
        }
        return said.append('}').toString();
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        if (!json.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, json.isEmpty() ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
