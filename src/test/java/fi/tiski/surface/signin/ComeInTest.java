package fi.tiski.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Who comes in where, asked as a browser asks. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ComeInTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/kiosk/keskusta-1",
                "/my",
                "/board",
                "/board/keskusta",
                "/sign-in",
                "/tiski/tiski.css",
                "/actuator/health"
            })
    void whatCustomersUseIsOpen(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/01a201cf-0177-7103-b2a1-f009b88a7b58", "/manage"})
    void whatAgentsUseAsksThemToSignIn(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump"})
    void whatOnlyTheMachineKnowsIsClosed(String path) {
        assertThat(get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void signingInLeadsToTheDeskWithASessionOfItsOwn() {
        get("/desk");
        var before = session();

        var answer = signIn("aino", "demo-aino");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).contains("/desk");
        assertThat(session())
                .as("a session that somebody knew before is worth nothing now")
                .isNotEqualTo(before);
        assertThat(get("/desk").statusCode()).isEqualTo(200);
        assertThat(get("/manage").statusCode()).as("an agent is no manager").isEqualTo(403);
    }

    @Test
    void aManagerComesToTheDeskToo() {
        signIn("mikko", "demo-mikko");

        assertThat(get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        var wrong = signIn("aino", "not-it");
        var unknown = signIn("nobody-has-this-name", "not-it");

        assertThat(location(wrong)).endsWith("/sign-in?wrong").isEqualTo(location(unknown));
        assertThat(get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        var cookie = get("/desk").headers().firstValue("set-cookie").orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain("Secure");
    }

    @Test
    void overTlsTheCookieStaysThere() {
        var cookie = send(HttpRequest.newBuilder(address("/desk"))
                        .header("x-forwarded-proto", "https")
                        .build())
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();

        assertThat(cookie).contains("Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?v-r=uidl", "/sign-in?v-r=heartbeat", "/sign-in/?v-r=uidl"})
    void aFormThatAnotherSiteSendsSignsNobodyIn(String path) {
        var answer = post(path, "username=aino&password=demo-aino");

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void aFormThatLayOpenTooLongIsAskedForAgain() {
        var answer = post("/sign-in", "username=aino&password=demo-aino");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sign-in?again");
    }

    @Test
    void nobodyIsSignedOutByAnAddressOrByAnotherSite() {
        signIn("aino", "demo-aino");

        get("/logout");
        post("/logout", "");

        assertThat(get("/desk").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    private HttpResponse<String> signIn(String name, String password) {
        var token = TOKEN.matcher(get("/sign-in").body());
        assertThat(token.find()).isTrue();
        return post("/sign-in", "username=" + name + "&password=" + password + "&_csrf=" + token.group(1));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("tiski"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
