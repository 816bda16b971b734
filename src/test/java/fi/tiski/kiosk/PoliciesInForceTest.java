package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Chromium under the policies of a kiosk: what it opens, what it refuses, and that nobody attaches to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoliciesInForceTest {

    private static final String POLICIES = "/etc/chromium/policies/managed/";
    private static final String CAPTURE = """
            () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })
                .then((stream) => stream.getTracks().map((track) => track.kind).sort().join(), (refused) => refused.name)
            """;

    private final Pages service = new Pages("<title>Ours</title>");
    private final Pages own = new Pages("<title>The kiosk's own</title>");
    private final Pages elsewhere = new Pages("<title>Elsewhere</title>");
    private final Playwright playwright = Playwright.create();

    private Path folder;

    private Profile profile;
    private @Nullable BrowserContext browser;

    @BeforeAll
    void begin(@TempDir Path temporary) throws IOException {
        folder = temporary;
        profile = Profile.installed(folder, service.address(), own.port());
        assumeThat(profile.canBeLaidOver())
                .as("Chromium's policies lie in /etc/chromium: trying them needs Debian's Chromium, and a namespace of"
                        + " mounts, which this machine does not allow. They were not tried.")
                .isTrue();
        // With this one in force no test could drive the browser: it has tests of its own below.
        Files.move(profile.file(POLICIES + "tiski-90-no-driver.json"), folder.resolve("no-driver.json"));
        browser = launch(profile);
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
        playwright.close();
        List.of(service, own, elsewhere).forEach(Pages::close);
    }

    @Test
    void thePagesOfTheServiceAndTheKiosksOwnOpen() {
        var page = page();
        page.navigate(service.address() + "/kiosk/keskusta");
        assertThat(page.title()).isEqualTo("Ours");
        page.navigate("http://127.0.0.1:" + own.port() + "/");
        assertThat(page.title()).isEqualTo("The kiosk's own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "view-source:SERVICE/",
                "data:text/html,<h1>Hello</h1>",
                "chrome://settings",
                "chrome://version",
                "chrome://new-tab-page",
                "chrome://policy",
                "chrome-untrusted://print/",
                "devtools://devtools/bundled/inspector.html",
                "mailto:somebody@example.org",
                "http://localhost:ELSEWHERE/",
                "http://127.0.0.1:SERVICEPORT/",
                "http://sub.localhost:SERVICEPORT/",
                "https://example.org/"
            })
    void nothingElseOpens(String address) {
        var filled = address.replace("SERVICEPORT", "" + service.port())
                .replace("SERVICE", service.address())
                .replace("ELSEWHERE", "" + elsewhere.port());
        assertThatThrownBy(() -> page().navigate(filled)).hasMessageContaining("ERR_BLOCKED_BY_ADMINISTRATOR");
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void aLinkToSomewhereElseLeadsNowhere() {
        var page = page();
        page.navigate(service.address());
        page.evaluate("address => { location.href = address }", elsewhere.address());
        page.waitForURL("chrome-error://**");
        assertThat(elsewhere.asked()).isEmpty();
    }

    @Test
    void cameraAndMicrophoneAreForTheServiceAlone() {
        var page = page();
        page.navigate(service.address());
        assertThat(page.evaluate(CAPTURE)).isEqualTo("audio,video");
        page.navigate("http://127.0.0.1:" + own.port() + "/");
        assertThat(page.evaluate(CAPTURE)).isEqualTo("NotAllowedError");
    }

    /** A policy that is misspelt or has gone is ignored without a word. */
    @Test
    void thisChromiumKnowsEveryPolicy() throws IOException {
        var readable =
                Profile.installed(Files.createDirectory(folder.resolve("readable")), service.address(), own.port());
        var addresses = readable.file(POLICIES + "tiski-10-only-the-counter.json");
        Files.writeString(
                addresses, Files.readString(addresses).replaceAll("(?m)^ *\"URL(Block|Allow)list\": .*\n", ""));
        Files.delete(readable.file(POLICIES + "tiski-90-no-driver.json"));
        try (var reader = launch(readable)) {
            var page = reader.newPage();
            page.navigate("chrome://policy");
            page.locator(".policy.row")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Mandatory"))
                    .first()
                    .waitFor();
            var rows = page.locator(".policy.row").allInnerTexts().stream()
                    .filter(row -> row.matches("(?s).*Machine\\s+Mandatory.*"))
                    .map(row -> row.replaceAll("\\s+", " ").strip())
                    .toList();
            assertThat(rows).allMatch(row -> row.matches(".* (OK|Deprecated)"));
            assertThat(rows).hasSize((int) policiesIn(readable));
        }
    }

    @Test
    void nobodyAttachesToTheKiosksChromium() throws IOException {
        var kiosk = Profile.installed(Files.createDirectory(folder.resolve("kiosk")), service.address(), own.port());
        assertThat(attach(kiosk)).contains("remote debugging is disallowed");
    }

    /** Or the test above could not fail. */
    @Test
    void withoutTheseTwoPoliciesADriverAttaches() {
        assertThat(attach(profile)).contains("DevTools listening on");
    }

    private static long policiesIn(Profile readable) throws IOException {
        try (var files = Files.list(readable.file(POLICIES))) {
            return files.flatMap(
                            file -> readable.text(POLICIES + file.getFileName()).lines())
                    .filter(line -> line.startsWith("  \""))
                    .count();
        }
    }

    /** The line in which Chromium says whether it lets a driver in. */
    private String attach(Profile under) {
        var command = under.chromium(
                "--headless --no-sandbox --disable-gpu --remote-debugging-port=0",
                "--user-data-dir=" + under.root().resolveSibling("attached"));
        try {
            var process = new ProcessBuilder(command.toString(), "about:blank")
                    .redirectErrorStream(true)
                    .start();
            try (var words = process.inputReader()) {
                return words.lines()
                        .filter(line -> line.contains("DevTools"))
                        .findFirst()
                        .orElse("It said nothing of it");
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private Page page() {
        return Objects.requireNonNull(browser).newPage();
    }

    /** In a profile, as on the kiosk: a window that keeps nothing is refused by the policies themselves. */
    private BrowserContext launch(Profile under) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        under.root().resolveSibling("profile"),
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(under.chromium())
                                // The sandbox refuses the root of a namespace; policies are not its matter.
                                .setArgs(List.of(
                                        "--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream")));
    }
}
