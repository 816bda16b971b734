package fi.tiski.kiosk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A service that answers every address with one page, until it is stopped, and remembers what it was asked for. */
final class Pages implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> next = new AtomicReference<>("");
    private final String page;
    private final int port;
    private HttpServer server;

    Pages(String page) {
        this.page = page;
        server = open(0);
        port = server.getAddress().getPort();
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** What the next one who asks for {@code /next} finds in the header {@code Tiski-Do}, once. */
    void tell(String act) {
        next.set(act);
    }

    /** In the order of asking, without what asks only whether there is anything. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = open(port);
    }

    private HttpServer open(int at) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", exchange -> {
                var path = exchange.getRequestURI().toString();
                if (!path.matches("/(actuator/health|favicon.ico|next)")) {
                    asked.add(path);
                }
                var act = path.equals("/next") ? next.getAndSet("") : "";
                exchange.getResponseHeaders().set("Tiski-Do", act);
                var bytes = page.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            opened.start();
            return opened;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
