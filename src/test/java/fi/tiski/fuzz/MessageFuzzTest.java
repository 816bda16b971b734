package fi.tiski.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an open page sends when something is pressed or typed: forged, cut short, out of order, of the wrong kind. */
class MessageFuzzTest extends Fuzz {

    private static final int TRIES = 5_000;
    private static final int OF_ONE_WINDOW = 25;
    private static final int NODES = 120;
    private static final List<String> EVENTS = List.of(
            "click",
            "click",
            "change",
            "input",
            "ui-navigate",
            "ui-leave-navigation",
            "opened-changed",
            "keydown",
            "\0");
    private static final List<String> PROPERTIES =
            List.of("value", "value", "checked", "innerHTML", "hidden", "textContent", "href", "disabled", "__proto__");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Wire wire = new Wire(0);
    private String key = "";
    private int window;
    private int sync;
    private int client;

    @Test
    void everyMessageIsAnsweredCalmly() {
        var routes = routes();
        var taken = 0;
        for (int number = 0; number < TRIES; number++) {
            var odd = new Odd(seed, number);
            if (number % OF_ONE_WINDOW == 0 || key.isEmpty()) {
                endSessions();
                begin(odd.oneIn(2) ? "kiosk/keskusta-1" : filled(odd.of(routes), odd));
            }
            var message = message(odd);
            var what = "seed %d, try %d: %s".formatted(seed, number, message);
            var answer =
                    wire.send("POST", "/?v-r=uidl&v-uiId=" + window, "Content-Type: application/json\r\n", message);
            tried(() -> {
                isCalm(answer, what);
                noErrorWasLogged(what);
            });
            taken += follow(answer) ? 1 : 0;
        }
        assertThat(taken)
                .as("messages that were taken in, not refused at the door")
                .isGreaterThan(TRIES / 3);
        isAlive();
    }

    /** Opens a window, as a browser does, until one opens: some routes lead nowhere. */
    private void begin(String route) {
        wire = wire();
        var answer = wire.send(
                "GET", "/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query=", "", "");
        if (answer.status() != 200 || !answer.body().startsWith("{")) {
            begin("");
            return;
        }
        var config = JSON.readTree(answer.body()).path("appConfig");
        window = config.path("v-uiId").asInt();
        var uidl = config.path("uidl");
        key = uidl.path("Vaadin-Security-Key").asString("");
        sync = uidl.path("syncId").asInt();
        client = uidl.path("clientId").asInt();
        assertThat(key).as("a window opened at %s", route).isNotEmpty();
    }

    /** Whether the message was taken in; otherwise the window is lost, and the next message opens another. */
    private boolean follow(Wire.Answer answer) {
        var body = answer.body();
        if (answer.status() != 200 || !body.startsWith("{")) {
            return false;
        }
        var uidl = JSON.readTree(body);
        if (uidl.path("meta").has("appError") || uidl.path("meta").has("sessionExpired")) {
            key = "";
            return false;
        }
        sync = uidl.path("syncId").asInt(sync);
        client = uidl.path("clientId").asInt(client);
        return true;
    }

    private String message(Odd odd) {
        if (odd.oneIn(20)) {
            return odd.value();
        }
        var message = MAKE.objectNode();
        message.set("csrfToken", odd.oneIn(25) ? oddJson(odd) : MAKE.stringNode(key));
        message.set("rpc", odd.oneIn(25) ? oddJson(odd) : calls(odd));
        message.set("syncId", odd.oneIn(25) ? oddJson(odd) : MAKE.numberNode(sync));
        message.set("clientId", odd.oneIn(25) ? oddJson(odd) : MAKE.numberNode(client));
        if (odd.oneIn(40)) {
            message.set(odd.of(List.of("UNLOAD", "resynchronize", "wsver", "acknowledged", "")), oddJson(odd));
        }
        var text = message.toString();
        return odd.oneIn(30) ? text.substring(0, odd.below(text.length())) : text;
    }

    private static ArrayNode calls(Odd odd) {
        var calls = MAKE.arrayNode();
        for (int i = 0; i <= odd.below(3); i++) {
            calls.add(odd.oneIn(25) ? oddJson(odd) : call(odd));
        }
        return calls;
    }

    private static ObjectNode call(Odd odd) {
        var call = MAKE.objectNode();
        var type = odd.oneIn(25)
                ? odd.value()
                : odd.of(List.of("event", "event", "mSync", "mSync", "channel", "navigation", "publishedEventHandler"));
        call.put("type", type);
        call.put("node", odd.below(NODES));
        switch (type) {
            case "event" -> {
                call.put("event", odd.of(EVENTS));
                call.set("data", data(odd));
            }
            case "mSync" -> {
                call.put("feature", odd.oneIn(10) ? odd.below(60) : 1);
                call.put("property", odd.of(PROPERTIES));
                call.set("value", oddJson(odd));
            }
            case "publishedEventHandler" -> {
                call.put("templateEventMethodName", odd.value());
                call.set("templateEventMethodArgs", MAKE.arrayNode().add(oddJson(odd)));
                call.put("promise", odd.below(5));
            }
            default -> {
                call.put("channel", odd.below(8));
                call.set("args", MAKE.arrayNode().add(oddJson(odd)));
                call.put("location", odd.inAddress());
            }
        }
        if (odd.oneIn(12)) {
            call.set(odd.of(List.copyOf(call.propertyNames())), oddJson(odd));
        }
        if (odd.oneIn(25)) {
            call.remove(odd.of(List.copyOf(call.propertyNames())));
        }
        return call;
    }

    private static ObjectNode data(Odd odd) {
        var data = MAKE.objectNode();
        data.put("route", odd.oneIn(2) ? odd.inAddress() : "kiosk/keskusta-1/" + odd.inAddress());
        data.put("query", odd.inAddress());
        data.set("appShellTitle", oddJson(odd));
        data.set("historyState", oddJson(odd));
        data.set("trigger", oddJson(odd));
        data.set("event.detail", oddJson(odd));
        data.set(odd.value(), oddJson(odd));
        return data;
    }

    private static JsonNode oddJson(Odd odd) {
        return switch (odd.below(8)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.booleanNode(odd.oneIn(2));
            case 2 -> MAKE.numberNode(odd.below(1000) - 500);
            case 3 -> MAKE.numberNode(odd.oneIn(2) ? Long.MAX_VALUE : Long.MIN_VALUE);
            case 4 -> MAKE.arrayNode().add(odd.value()).addNull();
            case 5 -> MAKE.objectNode().put(odd.value(), odd.value());
            default -> MAKE.stringNode(odd.value());
        };
    }
}
