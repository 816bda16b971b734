package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import fi.tiski.platform.text.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page works under the content policy, without one complaint of the browser: {@link Journey} fails a test that saw
 * one, so the walks of all other browser tests look for it too.
 */
class PoliciesTest extends Journey {

    @Test
    void theCustomersPagesKeepToThePolicyAtHomeAndAtAKiosk() {
        new CustomerPages(new Customer(open(Screen.PHONE, "/"), Language.FI), false, name -> {}).all();
        new CustomerPages(new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI), true, name -> {}).all();
    }

    @Test
    void theDeskKeepsToThePolicyFromSigningInToSigningOut() {
        var page = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").page();
        page.locator(".queue-row").first().click();
        assertThat(page.locator(".case-head .number")).isVisible();
        page.keyboard().press("Alt+u");
        assertThat(page.locator(".new-place h1")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board/keskusta", "/gallery", "/sign-in", "/nowhere", "/my/forged", "/busy"})
    void otherPagesKeepToThePolicy(String path) {
        visit(window(Screen.DESK).newPage(), path);
    }

    @Test
    void aScriptThatSomebodySmugglesIntoAPageDoesNotRun() {
        var page = open(Screen.PHONE, "/");
        complaintsAreMeant();

        page.evaluate("""
                () => {
                  const line = document.createElement('script');
                  line.textContent = 'window.smuggled = true';
                  document.body.append(line);
                  const picture = document.createElement('div');
                  picture.innerHTML = '<img src="/none" onerror="window.smuggled = true">';
                  document.body.append(picture);
                }""");
        page.waitForFunction("() => document.querySelector('img[onerror]')?.complete");

        assertThat((Boolean) page.evaluate("() => window.smuggled === undefined"))
                .isTrue();
        page.waitForCondition(() -> complaints().size() > 1);
        assertThat(complaints()).allMatch(one -> one.contains("script-src"));
    }

    @Test
    void anAgentWhoComesByALinkFromAnotherSiteIsStillSignedIn() throws IOException {
        var window = window(Screen.DESK);
        var page = visit(window.newPage(), "/desk");
        AgentAtDesk.signIn(page, "aino");

        elsewhere("<a href=\"%s\">A message</a>".formatted(address("/desk")), page);

        page.locator(".desk").waitFor();
        assertThat(page).hasURL(address("/desk"));
    }

    @Test
    void noPageOfOursStandsInsideSomebodyElses() throws IOException {
        complaintsAreMeant();
        var page = window(Screen.DESK).newPage();

        var inside =
                elsewhere("<iframe src=\"%s\"></iframe><a href=\"about:blank\">-</a>".formatted(address("/")), page);

        assertThat(inside).doesNotContain("Lampila");
    }

    /** Opens a page of another site, which 127.0.0.1 is to localhost, and presses its link. What its frame showed. */
    private static String elsewhere(String body, Page page) throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        other.createContext("/", asked -> {
            var html = ("<!doctype html><title>Elsewhere</title>" + body).getBytes(StandardCharsets.UTF_8);
            asked.getResponseHeaders().set("Content-Type", "text/html");
            asked.sendResponseHeaders(200, html.length);
            asked.getResponseBody().write(html);
            asked.close();
        });
        other.start();
        try {
            page.navigate("http://127.0.0.1:" + other.getAddress().getPort() + "/");
            var frames = page.frames();
            var inside = frames.size() > 1 ? frames.get(1).locator("h1").allTextContents() : java.util.List.of();
            page.locator("a").click();
            return String.join("", inside.stream().map(Object::toString).toList());
        } finally {
            other.stop(0);
        }
    }
}
