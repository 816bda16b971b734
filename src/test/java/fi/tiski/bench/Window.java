package fi.tiski.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One window of a browser, as the server sees it: a session of its own, Flow's bootstrap, the page's first request,
 * presses, and the line on which the server pushes. It draws nothing and runs no script, so that a thousand of them cost
 * the machine next to nothing beside the server that they open.
 */
final class Window implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("([^=;]+=[^;]*)");

    /** The number by which Flow's messages call the style classes of an element. */
    private static final int CLASSES = 11;

    private final URI server;
    private final String address;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<Integer, List<String>> classes = new HashMap<>();
    private String key = "";
    private String pushId = "";
    private int ui;
    private int syncId;
    private int clientId;
    private @Nullable WebSocket push;

    /** @param person a number of their own, from which an address of their own is made, as behind a balancer */
    Window(URI server, int person) {
        this.server = server;
        address = "10.1.%d.%d".formatted(person / 250, 1 + person % 250);
    }

    /** By the form that the browser itself sends. */
    void signIn(String name, String password) {
        var token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The form has no token");
        }
        var answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf="
                        + encoded(token.group(1)))));
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("/sign-in")) {
            throw new IllegalStateException("Signing in was answered " + answer.statusCode() + " " + to);
        }
    }

    /** Opens a page; the path begins with a slash. */
    void open(String path) {
        get(path);
        var first = JSON.readTree(get("/?v-r=init&location=" + encoded(path.substring(1)) + "&query="));
        var config = first.get("appConfig");
        ui = config.get("v-uiId").asInt();
        key = config.get("uidl").get("Vaadin-Security-Key").asString();
        pushId = config.get("uidl").get("Vaadin-Push-ID").asString();
        take(config.get("uidl"));
        event(
                1,
                "ui-navigate",
                Map.of(
                        "route",
                        path,
                        "query",
                        "",
                        "appShellTitle",
                        "",
                        "historyState",
                        Map.of("idx", 0),
                        "trigger",
                        ""));
    }

    /** Presses the element that has this class. */
    void press(String styleClass) {
        var node = classes.entrySet().stream()
                .filter(one -> one.getValue().contains(styleClass))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing here is a " + styleClass));
        event(
                node,
                "click",
                Map.of(
                        "event.shiftKey", false,
                        "event.metaKey", false,
                        "event.ctrlKey", false,
                        "event.altKey", false,
                        "event.detail", 1,
                        "event.button", 0));
    }

    boolean shows(String styleClass) {
        return classes.values().stream().anyMatch(those -> those.contains(styleClass));
    }

    /** From now on the server can speak by itself; {@code heard} gets the moment and each message. */
    void listen(BiConsumer<Long, String> heard) {
        var line = "ws://" + server.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=" + syncId;
        push = BROWSER.newWebSocketBuilder()
                .header("Cookie", cookie())
                .header("X-Forwarded-For", address)
                .buildAsync(URI.create(line), new Line(heard))
                .join();
    }

    /** As a browser does when it is closed. */
    @Override
    public void close() {
        if (push != null) {
            push.abort();
        }
        send(request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "csrfToken", key, "rpc", List.of(), "syncId", syncId, "clientId", clientId, "UNLOAD", true)))));
    }

    private void event(int node, String event, Map<String, ?> data) {
        var rpc = List.of(Map.of("type", "event", "node", node, "event", event, "data", data));
        var body =
                JSON.writeValueAsString(Map.of("csrfToken", key, "rpc", rpc, "syncId", syncId, "clientId", clientId));
        var answer = send(request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The page answered " + answer.statusCode());
        }
        take(JSON.readTree(answer.body().replaceFirst("^for\\(;;\\);\\[(.*)]$", "$1")));
    }

    /** Keeps what is needed to press something and to be answered. */
    private void take(JsonNode message) {
        syncId = message.path("syncId").asInt(syncId);
        clientId = message.path("clientId").asInt(clientId);
        for (var change : message.path("changes")) {
            var node = change.path("node").asInt();
            var feature = change.path("feat").asInt(-1);
            if (change.path("type").asString().equals("detach")) {
                classes.remove(node);
            } else if (feature == CLASSES && change.has("add")) {
                change.get("add")
                        .forEach(name -> classes.computeIfAbsent(node, first -> new ArrayList<>())
                                .add(name.asString()));
            }
        }
    }

    private String get(String path) {
        var answer = send(
                request(path).header("Accept", "text/html,application/json").GET());
        if (answer.statusCode() == 302) {
            return get(URI.create(answer.headers().firstValue("Location").orElseThrow())
                    .getPath());
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("X-Forwarded-For", address)
                .header("Accept-Language", "fi");
        return cookies.isEmpty() ? request : request.header("Cookie", cookie());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = BROWSER.send(request.build(), BodyHandlers.ofString());
            for (var set : answer.headers().allValues("Set-Cookie")) {
                var pair = COOKIE.matcher(set);
                if (pair.find()) {
                    var both = pair.group(1).split("=", 2);
                    cookies.put(both[0], both[1]);
                }
            }
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException("The server is away", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String cookie() {
        var all = new ArrayList<String>();
        cookies.forEach((name, value) -> all.add(name + "=" + value));
        return String.join("; ", all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Puts the pieces of a message together; the first number of each is its length. */
    static final class Line implements WebSocket.Listener {

        private final BiConsumer<Long, String> heard;
        private final StringBuilder pieces = new StringBuilder();

        Line(BiConsumer<Long, String> heard) {
            this.heard = heard;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence piece, boolean last) {
            pieces.append(piece);
            if (last) {
                heard.accept(System.nanoTime(), pieces.toString());
                pieces.setLength(0);
            }
            line.request(1);
            return null;
        }
    }
}
