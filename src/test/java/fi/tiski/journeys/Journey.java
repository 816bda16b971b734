package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test in a real browser against the whole application, which is started once and shared by all of them: a test
 * relies on nothing that another may have left. A failing test leaves pictures in {@code target/screenshots/failed}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
public abstract class Journey {

    /**
     * Flow's own page for when the server is away, of which the policies refuse the frame and its style; ours takes its place
     * (tiski.js). A page that is left while it begins shows it for a moment.
     */
    private static final List<String> OF_FLOWS_OWN =
            List.of("offline-stub.html", "'sha256-ml0SsbYLLlvPCBkJHsrKYinaoRIIfuEWF5y+17x+J9k='");

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private boolean complaintsAreMeant;

    @LocalServerPort
    private int port;

    @RegisterExtension
    final AfterTestExecutionCallback pictures = test -> test.getExecutionException()
            .ifPresent(failure -> windows.stream()
                    .flatMap(window -> window.pages().stream())
                    .forEach(page -> Look.failed(page, test.getDisplayName())));

    /** A new person at a screen, with this page open and ready. {@code path} begins with a slash. */
    protected Page open(Screen screen, String path) {
        return visit(window(screen).newPage(), path);
    }

    /** A new window; it is closed after the test. */
    protected BrowserContext window(Screen screen) {
        return keep(Browser.window(screen));
    }

    /** As {@link #window(Screen)}, in a browser that asks for another language. */
    protected BrowserContext window(Screen screen, String locale) {
        return keep(Browser.window(screen, locale));
    }

    /** As {@link #window(Screen)}, one that the test has made itself. */
    protected BrowserContext keep(BrowserContext window) {
        windows.add(window);
        window.onConsoleMessage(message -> {
            if (isComplaint(message)) {
                complaints.add(message.text());
            }
        });
        return window;
    }

    protected Page visit(Page page, String path) {
        page.navigate(address(path));
        return settled(page);
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Waits until the server has answered everything and the page shows it. */
    protected static Page settled(Page page) {
        page.waitForFunction("""
                () => window.Tiski && document.querySelector('h1')
                  && Object.values(window.Vaadin?.Flow?.clients ?? {}).length > 1
                  && Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())""");
        return page;
    }

    /** Whatever a page was for: it kept to what the content policy allows, and the browser had nothing to say of it. */
    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
        var seen = List.copyOf(complaints);
        complaints.clear();
        if (!complaintsAreMeant) {
            assertThat(seen).as("what the browser refused by the policies").isEmpty();
        }
    }

    /** For a test that tries what the policies are there to refuse. */
    protected void complaintsAreMeant() {
        complaintsAreMeant = true;
    }

    /** What the browser has refused so far. */
    protected List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static boolean isComplaint(ConsoleMessage message) {
        if (OF_FLOWS_OWN.stream().anyMatch(message.text()::contains)) {
            return false;
        }
        return message.text().contains("Content Security Policy")
                || message.text().contains("Permissions-Policy")
                || message.text().contains("Cross-Origin-");
    }
}
