package fi.tiski.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every route, by every method, with odd parts, queries and headers; and what is no route. */
class RouteFuzzTest extends Fuzz {

    private static final int TRIES = 12_000;
    private static final int TOGETHER = 100;

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "QUERY", "A B", "\u00e4");

    private static final List<String> ELSEWHERE = List.of(
            "/",
            "//",
            "/./",
            "/../",
            "/..%2f..%2f",
            "/%2e%2e/%2e%2e/",
            "/..;/",
            "/;a=b",
            "/tiski/",
            "/tiski/..%5capplication.yaml",
            "/tiski/%2e%2e/%2e%2e/application.yaml",
            "/application.yaml",
            "/db/migration/V001__people.sql",
            "/META-INF/MANIFEST.MF",
            "/WEB-INF/web.xml",
            "/VAADIN/",
            "/VAADIN/../application.yaml",
            "/VAADIN/build/",
            "/VAADIN/push",
            "/VAADIN/dynamic/resource/0/0/",
            "/VAADIN/upload/",
            "/VAADIN/config/flow-build-info.json",
            "/vaadinServlet/",
            "/actuator/",
            "/actuator/env",
            "/error",
            "/logout",
            "/sign-in",
            "/manage/",
            "/desk/",
            "/connect/",
            "/HILLA/push",
            "/sw.js",
            "/manifest.webmanifest",
            "*",
            "http://localhost/",
            "localhost:80");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Type",
            "Cookie",
            "Origin",
            "Referer",
            "Range",
            "If-Modified-Since",
            "If-None-Match",
            "Upgrade",
            "Expect",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-HTTP-Method-Override",
            "Sec-Fetch-Site",
            "Authorization",
            "X-CSRF-TOKEN",
            "User-Agent");

    @Test
    void everyRouteAnswersCalmlyWhateverIsAsked() {
        var routes = routes();
        var wire = wire();
        for (int number = 0; number < TRIES; number++) {
            if (number % TOGETHER == 0) {
                wire.forgetCookie();
                endSessions();
            }
            tryOnce(wire, routes, number);
        }
        isAlive();
    }

    /** Tomcat drops what follows a semicolon undecoded; whoever decodes it later would fail. */
    @Test
    void anAddressWhoseParametersEndInsideALetterIsRefused() {
        var answer = wire().send("GET", "/;a=%", "Accept: text/html\r\n", "");

        assertThat(answer.status()).isEqualTo(400);
        isCalm(answer, "cut off");
        noErrorWasLogged("cut off");
    }

    private void tryOnce(Wire wire, List<String> routes, int number) {
        var odd = new Odd(seed, number);
        var route = filled(odd.of(routes), odd);
        var method = odd.oneIn(4) ? odd.of(METHODS) : "GET";
        String target;
        var headers = odd.oneIn(3) ? headers(odd) : "Accept: text/html\r\n";
        var body = "";
        switch (odd.below(5)) {
            case 0 -> target = "/" + route + query(odd);
            case 1 -> {
                target = odd.of(ELSEWHERE) + (odd.oneIn(2) ? odd.inAddress() : "") + query(odd);
            }
            case 2 -> {
                method = "POST";
                target = odd.of(List.of("/sign-in", "/logout", "/", "/desk", "/my")) + query(odd);
                body = IntStream.range(0, odd.below(6))
                        .mapToObj(i -> odd.of(List.of("username", "password", "_csrf", "v-r", "remember-me", "x")) + "="
                                + odd.inAddress())
                        .collect(Collectors.joining("&"));
                headers += "Content-Type: application/x-www-form-urlencoded\r\n";
            }
            // What a browser asks when a page begins: here the page itself is made.
            default -> target = "/?v-r=init&location=" + encoded(route) + "&query=" + odd.inAddress();
        }
        var what = "seed %d, try %d: %s %s".formatted(seed, number, method, target);
        var asked = new String[] {method, target, headers, body};
        tried(() -> {
            isCalm(wire.send(asked[0], asked[1], asked[2], asked[3]), what);
            noErrorWasLogged(what);
        });
    }

    /** The browser encodes the address that it asks for, once more. */
    private static String encoded(String route) {
        return URLEncoder.encode(route, StandardCharsets.UTF_8);
    }

    private static String query(Odd odd) {
        return switch (odd.below(4)) {
            case 0 -> "?" + odd.inAddress();
            case 1 ->
                "?v-r=" + odd.of(List.of("init", "uidl", "heartbeat", "push", "webcomponent-bootstrap", "oldbrowser"))
                        + "&v-uiId=" + odd.inAddress();
            case 2 ->
                "?" + odd.of(List.of("continue", "wrong", "later", "again", "bye", "look", "text", "location")) + "="
                        + odd.inAddress();
            default -> "";
        };
    }

    private static String headers(Odd odd) {
        return IntStream.range(0, 1 + odd.below(3))
                .mapToObj(i -> odd.of(HEADERS) + ": " + line(odd.value()) + "\r\n")
                .collect(Collectors.joining());
    }

    /** Headers end with their line, and those of more than some kilobytes are never read. */
    private static String line(String value) {
        var line = value.replaceAll("[\\r\\n]", " ");
        return line.substring(0, Math.min(line.length(), 2_000));
    }
}
