package fi.tiski.kiosk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service as a kiosk's keeper sees it: its answers are set, what it was told is kept, and it can be away. */
final class PlayedService implements AutoCloseable {

    /** What came in: for which path, with which key, and what it said. */
    record Told(String path, String key, String body) {}

    private record Answer(int status, String body) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final int port;
    private HttpServer server;

    PlayedService() {
        answer("/actuator/health", 200, "{}");
        server = open(0);
        port = server.getAddress().getPort();
    }

    String address() {
        return "http://localhost:" + port;
    }

    void answer(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    List<Told> told(String path) {
        return told.stream().filter(one -> one.path().equals(path)).toList();
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = open(port);
    }

    private HttpServer open(int at) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::answer);
            opened.start();
            return opened;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath();
        var key = exchange.getRequestHeaders().getFirst("Tiski-Device");
        told.add(new Told(path, key == null ? "" : key, body));
        var answer = answers.getOrDefault(path, new Answer(404, ""));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", path.startsWith("/kiosk") ? "text/html" : "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        goAway();
    }
}
