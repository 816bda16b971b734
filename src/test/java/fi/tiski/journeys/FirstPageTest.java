package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The first page on a slow line: what comes over the wire before anything can be pressed. */
class FirstPageTest extends Journey {

    private static final int BYTES = 250_000;
    private static final int REQUESTS = 15;

    @Test
    void isLight() {
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

        visit(page, "/gallery/start");

        assertThat(bytes.get()).as("bytes of %s", requests).isPositive().isLessThanOrEqualTo(BYTES);
        assertThat(requests).hasSizeLessThanOrEqualTo(REQUESTS);
    }

    @Test
    void bringsNoThemeAndNoComponentsOfVaadins() {
        var page = open(Screen.TABLET, "/gallery/start");

        var styles =
                page.evaluate("() => [...document.styleSheets].map(sheet => sheet.href).filter(href => href).join()");
        assertThat((String) styles).contains("tiski.css").doesNotContain("lumo", "aura");
        assertThat(
                        page.evaluate(
                                "() => [...document.querySelectorAll('*')].map(part => part.localName)"
                                        + ".filter(name => name.startsWith('vaadin-') && name !== 'vaadin-connection-indicator').length"))
                .isEqualTo(0);
    }
}
