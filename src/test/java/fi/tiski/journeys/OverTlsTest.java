package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Playwright;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.tls.ThisMachine;
import fi.tiski.support.Coturn;
import fi.tiski.support.OwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code TLS=self-signed}, with a relay beside it: pages that another device is given a camera for. */
class OverTlsTest {

    @TempDir
    private static Path folder;

    private static final Path LOG = Path.of("target", "over-tls.log");
    private static @Nullable Coturn relay;
    private static OwnProcess tiski;
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    @BeforeAll
    static void start() throws IOException {
        Files.deleteIfExists(LOG);
        var database = OwnDatabase.create();
        var arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--tiski.postgres.throwaway=false",
                "--tiski.tls=self-signed",
                "--tiski.data=" + folder.resolve("data"),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword()));
        if (Coturn.isInstalled()) {
            // Both ends and the relay are one machine here.
            relay = Coturn.start(Files.createDirectories(folder.resolve("relay")), "allow-loopback-peers");
            arguments.addAll(List.of(
                    "--tiski.relay.urls=" + relay.url("udp") + "," + relay.url("tcp"),
                    "--tiski.relay.secret=" + Coturn.SECRET));
        }
        tiski = new OwnProcess(LOG, arguments.toArray(String[]::new)).overTls();
        tiski.start();
        playwright = Playwright.create();
        chromium = Browser.with(
                playwright,
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--allow-loopback-in-peer-connection");
    }

    @AfterAll
    static void stop() {
        Stream.of(chromium, playwright, tiski, relay).forEach(OverTlsTest::close);
    }

    private static void close(@Nullable AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void whoPressesOnGetsASecurePageOnEveryNameOfTheMachine() {
        var addresses = new ArrayList<>(List.of("localhost"));
        ThisMachine.now().addresses().stream()
                .filter(address -> !address.contains(":"))
                .forEach(addresses::add);
        for (var host : addresses) {
            try (var window = chromium.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
                var page = window.newPage();
                page.navigate("https://" + host + ":" + tiski.port() + "/");
                Journey.settled(page);

                assertThat((Boolean) page.evaluate("() => isSecureContext && 'mediaDevices' in navigator"))
                        .isTrue();
                assertThat(window.cookies()).anySatisfy(cookie -> {
                    assertThat(cookie.name).isEqualTo("__Host-tiski");
                    assertThat(cookie.secure).isTrue();
                    assertThat(cookie.httpOnly).isTrue();
                });
                assertThat(window.cookies()).noneMatch(cookie -> cookie.name.equals("tiski"));
            }
        }
    }

    @Test
    void aBrowserThatWasNotToldWarnsOfTheMakerAloneAndIsNotBoundToIt() {
        try (var window = chromium.newContext()) {
            assertThatThrownBy(() -> window.newPage().navigate(tiski.address("/")))
                    .hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
        }
        try (var window = chromium.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
            var answer = window.newPage().navigate(tiski.address("/"));
            assertThat(answer).isNotNull();
            assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void itSaysWhichAddressesToOpenAndWhatTheBrowserWillSay() throws IOException {
        var said = Files.readString(LOG);

        assertThat(said).contains("https://localhost:" + tiski.port() + "/").doesNotContain("http://");
        for (var address : ThisMachine.now().addresses()) {
            var host = address.contains(":") ? "[" + address + "]" : address;
            assertThat(said).contains("https://" + host + ":" + tiski.port() + "/");
        }
        assertThat(said).contains("The browser warns").containsPattern("([0-9A-F]{2}:){15}[0-9A-F]{2}");
    }

    @Test
    void whoTriesTheConnectionIsToldThatItLeadsThroughTheRelay() {
        assumeThat(Coturn.isInstalled())
                .as("There is no relay to try: install the package 'coturn'.")
                .isTrue();
        try (var window = chromium.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
            var page = window.newPage();
            page.navigate(tiski.address("/check-video"));
            Journey.settled(page);
            var customer = new Customer(page, Language.FI).speak(Language.EN);
            for (var part : List.of("camera", "microphone", "loudspeaker")) {
                assertThat(customer.heading()).hasText(customer.says("selfcheck." + part + ".title"));
                customer.press("selfcheck." + part + ".without");
            }
            customer.press("selfcheck.connection.try");

            assertThat(page.locator(".told .notice.good")).containsText(customer.says("selfcheck.connection.works"));
            customer.press("selfcheck.next");
            assertThat(page.locator(".facts")).containsText(customer.says("selfcheck.found.works"));
        }
    }
}
