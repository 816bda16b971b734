package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.CASE_ENTRY_WORDS;
import static fi.tiski.platform.tables.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import fi.tiski.support.LogWatch;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.assertj.core.util.Throwables;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody said of themselves is on their case, and neither in a log, nor in an address, nor in an announcement. */
class PrivacyTest extends Journey {

    private static final String NAME = "Xerxes Yksityinen";
    private static final String WORDS = "Xylofoni meni rikki";
    private static final String NOTE = "Quagga soitetaan takaisin";
    private static final List<String> MARKS = List.of("Xerxes", "Xylofoni", "Quagga", "5550166", "555 0166");

    @Autowired
    private DataSource database;

    @Autowired
    private DSLContext sql;

    private final Queue<String> addresses = new ConcurrentLinkedQueue<>();

    @Test
    void nothingOfAPersonIsInLogsAddressesAndAnnouncements() throws SQLException {
        try (var log = LogWatch.open();
                var connection = database.getConnection()) {
            var announced = connection.unwrap(PGConnection.class);
            try (var listen = connection.createStatement()) {
                listen.execute("listen tiski");
            }
            bookAndServe();

            assertThat(announced.getNotifications(1000))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(MARKS).noneMatch(one.getParameter()::contains));
            assertThat(addresses)
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(MARKS).noneMatch(URLDecoder.decode(one, StandardCharsets.UTF_8)::contains));
            assertThat(MARKS).noneMatch(log.all()::contains);
            try (var listen = connection.createStatement()) {
                listen.execute("unlisten tiski");
            }
        }
    }

    /** PostgreSQL adds the whole row to the error, and the error ends up in a log. */
    @Test
    void whatTheDatabaseRefusesIsToldWithoutItsValues() {
        var tooLong = NAME.repeat(20);
        var organisation = sql.selectFrom(CUSTOMER).limit(1).fetchSingle().getOrganisationId();

        var refused = List.of(
                catchThrowable(() -> sql.insertInto(CUSTOMER)
                        .set(CUSTOMER.ORGANISATION_ID, organisation)
                        .set(CUSTOMER.ID, UUID.randomUUID())
                        .set(CUSTOMER.NAME, tooLong)
                        .set(CUSTOMER.LANGUAGE, "fi")
                        .set(CUSTOMER.CREATED_AT, Instant.EPOCH)
                        .execute()),
                catchThrowable(() -> sql.insertInto(CASE_ENTRY_WORDS)
                        .set(CASE_ENTRY_WORDS.ORGANISATION_ID, organisation)
                        .set(CASE_ENTRY_WORDS.ENTRY_ID, UUID.randomUUID())
                        .set(CASE_ENTRY_WORDS.WORDS, WORDS)
                        .execute()));

        assertThat(refused).allSatisfy(error -> {
            assertThat(error).isNotNull();
            assertThat(MARKS).noneMatch(Throwables.getStackTrace(error)::contains);
            assertThat(Throwables.getStackTrace(error)).doesNotContain("Failing row contains");
        });
    }

    private void bookAndServe() {
        var customer = new Customer(watched(open(Screen.PHONE, "/")), Language.FI);
        customer.askForAHuman().way("journey.ways.time", "topic");
        customer.press("journey.topic.rather", "meet").choose(3, "needs").press("journey.go-on", "times");
        customer.page().locator(".choice, .time").first().click();
        customer.at("who");
        customer.type("journey.who.name", NAME).type("journey.who.phone", "041 555 0166");
        customer.press("journey.go-on", "check").press("journey.check.confirm", "done");
        var code = customer.page().locator("main > .code [aria-hidden]").textContent();

        var kiosk = new Customer(watched(open(Screen.KIOSK, "/kiosk/keskusta-1")), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");
        kiosk.press("journey.number.tell", "tell-topic").choose(1, "tell-words");
        kiosk.type("journey.tell.words", WORDS).press("journey.go-on", "tell-needs");

        var desk = AgentAtDesk.signIn(watched(open(Screen.DESK, "/desk")), "aino");
        desk.find(NAME);
        desk.page().locator(".find button.found").first().click();
        desk.note(NOTE);
        assertThat(desk.page().locator(".case-head")).containsText(NAME);

        var again = new Customer(watched(open(Screen.PHONE, "/my")), Language.FI);
        again.type("journey.my.code", code).type("journey.my.proof", "0166");
        again.button(again.says("journey.my.open")).click();
        assertThat(again.page().locator(".timeline")).containsText(NOTE);
    }

    private Page watched(Page page) {
        page.onRequest(asked -> addresses.add(asked.url()));
        return page;
    }
}
