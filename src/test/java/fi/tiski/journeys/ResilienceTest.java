package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Line;
import fi.tiski.support.OwnProcess;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * What people meet when the database is gone for a while, and when the application is killed and started again: a calm
 * page, which goes by itself, and everything that was acknowledged, once.
 */
class ResilienceTest {

    /** Until a page has noticed, and until it has come back: signs of life are 5 to 15 seconds apart. */
    private static final IsVisibleOptions IN_ITS_OWN_TIME = new IsVisibleOptions().setTimeout(60_000);

    private static final JdbcConnectionDetails DATABASE = OwnDatabase.create();

    private static final Line LINE = new Line(port(DATABASE));
    private static final OwnProcess TISKI = new OwnProcess(
            Path.of("target", "resilience.log"),
            "--spring.profiles.active=demo",
            "--spring.datasource.url=" + DATABASE.getJdbcUrl().replaceFirst(":\\d+/", ":" + LINE.port() + "/"),
            "--spring.datasource.username=" + DATABASE.getUsername(),
            "--spring.datasource.password=" + DATABASE.getPassword());

    private final List<BrowserContext> windows = new ArrayList<>();

    @BeforeAll
    static void start() {
        TISKI.start();
    }

    @AfterAll
    static void stop() {
        TISKI.close();
        LINE.close();
    }

    @AfterEach
    void closeWindows() {
        LINE.mend();
        windows.forEach(BrowserContext::close);
    }

    /** How a database can be away. */
    private enum Away {
        CUT,
        FROZEN;

        void begin() {
            if (this == CUT) {
                LINE.cut();
            } else {
                LINE.freeze();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsAwayForAWhileLeavesCalmPagesThatComeBack(Away how) {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        var who = "Sitkeä Odottaja " + how;
        var home = atWho(who);
        var address = home.page().url();
        var manager = open(Screen.DESK, "/desk");
        manager.locator("input[name=username]").fill("mikko");
        manager.locator("input[type=password]").fill("demo-mikko");

        how.begin();
        home.press("journey.go-on");
        assertThat(away(home.page())).isVisible(IN_ITS_OWN_TIME);
        kiosk.button(kiosk.says("journey.number.slip")).click();
        assertThat(away(kiosk.page())).isVisible(IN_ITS_OWN_TIME);
        var late = strangersWindow().newPage();
        late.navigate(TISKI.address("/"));
        assertThat(late.getByText(home.says("kit.away.title"))).isVisible(IN_ITS_OWN_TIME);
        manager.keyboard().press("Enter");
        assertThat(manager.getByText(home.says("kit.away.title"))).isVisible(IN_ITS_OWN_TIME);
        for (var page : List.of(home.page(), kiosk.page(), late, manager)) {
            assertThat(page.locator("body").textContent())
                    .doesNotContain("xception")
                    .doesNotContain("SQL");
        }

        LINE.mend();
        assertThat(name(home)).isVisible(IN_ITS_OWN_TIME);
        assertThat(name(home)).hasValue(who);
        assertThat(home.page()).hasURL(address);
        assertThat(kiosk.page().locator(".ticket-number, .slip .number").first())
                .hasText(number);
        assertThat(late.locator("main[data-page=start]")).isVisible(IN_ITS_OWN_TIME);
        assertThat(desk.row(number)).isVisible(IN_ITS_OWN_TIME);
        assertThat(manager.getByText(home.says("signin.away"))).isVisible(IN_ITS_OWN_TIME);
        assertThat(manager.locator("input[name=username]")).hasValue("mikko");
        assertThat(manager.getByText(home.says("signin.wrong"))).hasCount(0);
        AgentAtDesk.signIn(manager, "mikko");

        Journey.settled(home.page());
        home.press("journey.go-on", "check").press("journey.check.confirm", "done");
        assertThat(count("select count(*) from customer where name = '" + who + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from appointment a join case_record c on c.id = a.case_id"
                        + " join customer p on p.id = c.customer_id where p.name = '" + who + "'"))
                .isEqualTo(1);
    }

    @Test
    void anApplicationThatIsKilledComesBackWithEverythingThatWasAcknowledged() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-2"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();
        desk.open(number).page().locator("#note").pressSequentially("Alettu merkintä");
        var home = atWho("Sitkeä Odottaja");
        home.type("journey.who.name", "Toinen Odottaja");
        home.press("journey.go-on", "check");
        var typing = new Customer(open(Screen.PHONE, "/my"), Language.FI);
        typing.page().getByLabel(typing.says("journey.my.code"), exactly()).pressSequentially("K7W3PD");
        var tickets = count("select count(*) from ticket");

        TISKI.kill();
        home.button(home.says("journey.check.confirm")).click();
        assertThat(away(home.page())).isVisible(IN_ITS_OWN_TIME);
        assertThat(away(kiosk.page())).isVisible(IN_ITS_OWN_TIME);
        TISKI.start();

        assertThat(home.page().locator(".facts")).isVisible(IN_ITS_OWN_TIME);
        assertThat(kiosk.page().locator(".ticket-number")).isVisible(IN_ITS_OWN_TIME);
        assertThat(kiosk.page().locator(".ticket-number")).hasText(number);
        Journey.settled(home.page());
        home.press("journey.check.confirm", "done");
        assertThat(typing.page().getByLabel(typing.says("journey.my.code"), exactly()))
                .hasValue("K7W3PD");
        assertThat(count("select count(*) from ticket")).isEqualTo(tickets);
        assertThat(count("select count(*) from appointment a join case_record c on c.id = a.case_id"
                        + " join customer p on p.id = c.customer_id where p.name = 'Toinen Odottaja'"))
                .isEqualTo(1);

        assertThat(desk.page().locator("input[name=username]")).isVisible(IN_ITS_OWN_TIME);
        var again = AgentAtDesk.signIn(desk.page(), "aino");
        again.open(number);
        assertThat(again.page().locator("#note")).hasValue("Alettu merkintä");
    }

    /** Somebody has chosen a time, and is writing their name: the field has not been left yet. */
    private Customer atWho(String who) {
        var home = new Customer(open(Screen.PHONE, "/"), Language.FI);
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").choose(1, "place").choose(1, "needs");
        home.press("journey.go-on", "times").page().locator(".time").last().click();
        home.at("who").type("journey.who.phone", "041 555 0123");
        name(home).pressSequentially(who);
        return home;
    }

    private static Locator name(Customer customer) {
        return customer.page().locator("#field-name");
    }

    private static Locator away(Page page) {
        return page.locator("[data-away]");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private Page open(Screen screen, String path) {
        var page = window(screen).newPage();
        page.navigate(TISKI.address(path));
        return Journey.settled(page);
    }

    /** From an address of which we know nothing, so that its sessions are counted. */
    private BrowserContext strangersWindow() {
        var window = window(Screen.PHONE);
        window.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100.77"));
        return window;
    }

    private BrowserContext window(Screen screen) {
        var window = Browser.window(screen);
        windows.add(window);
        return window;
    }

    private static int count(String query) {
        try (var connection = DriverManager.getConnection(
                        DATABASE.getJdbcUrl(), DATABASE.getUsername(), DATABASE.getPassword());
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private static int port(JdbcConnectionDetails database) {
        return Integer.parseInt(database.getJdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
    }
}
