package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Coturn;
import fi.tiski.support.OwnProcess;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A meeting whose two ends sit on two server processes behind one database, and whose kiosk is reached through a relay alone:
 * it connects, and it outlives a network that is cut and a server that is killed.
 */
class MeetAcrossServersTest {

    private static final HasTextOptions IN_ITS_OWN_TIME = new HasTextOptions().setTimeout(90_000);
    private static final IsVisibleOptions VISIBLE_IN_ITS_OWN_TIME = new IsVisibleOptions().setTimeout(90_000);

    private static final String KEEP_CONNECTIONS = """
            window.connections = [];
            window.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(...its) { super(...its); window.connections.push(this); }
            };""";

    /** Of the connection that stands, at this end. */
    private static final String REACHED_BY = """
            async () => {
              const stats = await window.connections.at(-1).getStats();
              const pair = [...stats.values()].find((one) => one.type === 'candidate-pair' && one.nominated);
              return stats.get(pair.localCandidateId).candidateType;
            }""";

    @TempDir
    private static Path folder;

    private static Coturn relay;
    private static JdbcConnectionDetails database;
    private static OwnProcess ofTheKiosk;
    private static OwnProcess ofTheDesk;
    private static Playwright playwright;
    private static Browser browser;

    private final List<BrowserContext> windows = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(Coturn.isInstalled());
        // Both ends and the relay are one machine here.
        relay = Coturn.start(folder, "allow-loopback-peers");
        database = OwnDatabase.create();
        ofTheKiosk = process();
        ofTheDesk = process();
        ofTheKiosk.start();
        ofTheDesk.start();
        playwright = Playwright.create();
        browser = Seen.withCamera(playwright, "--allow-loopback-in-peer-connection");
    }

    private static OwnProcess process() {
        return new OwnProcess(
                Path.of("target", "meet-across-servers.log"),
                "--spring.profiles.active=demo",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--tiski.relay.urls=" + relay.url("udp"),
                "--tiski.relay.secret=" + Coturn.SECRET);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            playwright.close();
            ofTheKiosk.close();
            ofTheDesk.close();
            relay.close();
        }
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void aMeetingOutlivesACutNetworkAndAKilledServer() {
        var kiosk = new Customer(open(Screen.KIOSK, ofTheKiosk, "/kiosk/keskusta-1"), Language.FI);
        var desk = AgentAtDesk.signIn(open(Screen.DESK, ofTheDesk, "/desk"), "aino");
        kiosk.askForAHuman().way("journey.ways.video", "video");
        desk.open(codeOfWhoWaits()).press("answer");
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());
        assertThat(kiosk.page().evaluate(REACHED_BY)).isEqualTo("relay");
        desk.button(Language.FI, "meeting.screen").click();
        Seen.screenGoesOn(kiosk.page());

        relay.freeze();
        windows.getFirst().setOffline(true);
        for (var page : List.of(kiosk.page(), desk.page())) {
            assertThat(page.locator(".stage-status")).hasText(kiosk.says("meeting.status.lost"), IN_ITS_OWN_TIME);
        }
        // What comes back remembers nothing: only a connection that is made anew goes on.
        relay.restart();
        windows.getFirst().setOffline(false);
        for (var page : List.of(kiosk.page(), desk.page())) {
            assertThat(page.locator(".stage-status")).hasText(kiosk.says("meeting.status.met"), IN_ITS_OWN_TIME);
            Seen.framesGoOn(page);
        }
        Seen.screenGoesOn(kiosk.page());

        ofTheKiosk.kill();
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());
        assertThat(kiosk.page().locator(".stage-status")).hasText(kiosk.says("meeting.status.away"), IN_ITS_OWN_TIME);
        assertThat(kiosk.page().locator(".stage")).isVisible();
        ofTheKiosk.start();
        assertThat(kiosk.page().locator(".stage-status")).hasText(kiosk.says("meeting.status.met"), IN_ITS_OWN_TIME);
        assertThat(kiosk.page().locator("#meeting-words")).isVisible(VISIBLE_IN_ITS_OWN_TIME);
        Seen.framesGoOn(kiosk.page());
        Seen.framesGoOn(desk.page());

        desk.settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.met", "Aino Laine"), IN_ITS_OWN_TIME);
    }

    private static String codeOfWhoWaits() {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select c.code from meeting m join case_record c on c.id = m.case_id"
                        + " where m.state = 'waiting'")) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private Page open(Screen screen, OwnProcess tiski, String path) {
        var window = fi.tiski.journeys.Browser.window(browser, screen);
        windows.add(window);
        window.addInitScript(KEEP_CONNECTIONS);
        var page = window.newPage();
        page.navigate(tiski.address(path));
        return Journey.settled(page);
    }
}
