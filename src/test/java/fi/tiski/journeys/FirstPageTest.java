package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page on a slow line: what comes over the wire before anything can be pressed. */
class FirstPageTest extends Journey {

    private static final int BYTES = 250_000;
    private static final int REQUESTS = 15;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kiosk"})
    void isLight(String path) {
        var window = window(Screen.TABLET);
        var page = window.newPage();
        var wire = window.newCDPSession(page);
        List<String> requests = new ArrayList<>();
        var bytes = new AtomicLong();
        wire.send("Network.enable");
        wire.on(
                "Network.responseReceived",
                received -> requests.add(
                        received.getAsJsonObject("response").get("url").getAsString()));
        wire.on(
                "Network.loadingFinished",
                finished -> bytes.addAndGet(finished.get("encodedDataLength").getAsLong()));

        visit(page, path);

        assertThat(bytes.get()).as("bytes of %s", requests).isPositive().isLessThanOrEqualTo(BYTES);
        assertThat(requests).hasSizeLessThanOrEqualTo(REQUESTS);
    }

    @Test
    void bringsNoThemeAndNoComponentsOfVaadins() {
        var page = open(Screen.TABLET, "/");

        var styles =
                page.evaluate("() => [...document.styleSheets].map(sheet => sheet.href).filter(href => href).join()");
        assertThat((String) styles).contains("tiski.css").doesNotContain("lumo", "aura");
        assertThat(
                        page.evaluate(
                                "() => [...document.querySelectorAll('*')].map(part => part.localName)"
                                        + ".filter(name => name.startsWith('vaadin-') && name !== 'vaadin-connection-indicator').length"))
                .isEqualTo(0);
    }

    /** The document is there, and nobody answers what it asks for first. */
    @Test
    void aServerThatGoesAwayBeforeThePageHasBegunIsToldCalmlyAndThePageBeginsByItself() {
        complaintsAreMeant();
        var window = window(Screen.PHONE);
        var page = window.newPage();
        page.route(url -> url.contains("v-r=init"), Route::abort);

        page.navigate(address("/"));
        assertThat(page.locator("h1")).hasText(Texts.say(Language.FI, "kit.away.title"));
        assertThat(page.locator("h1")).isInViewport();
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("iframe")).hasCount(0);
        Look.shot(page, "not-begun");

        page.unrouteAll();
        assertThat(page.locator("main[data-page=start]")).isVisible();
    }
}
