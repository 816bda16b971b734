package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.platform.tables.Tables.APPOINTMENT;
import static fi.tiski.platform.tables.Tables.CALL_BACK;
import static fi.tiski.platform.tables.Tables.CASE_LINK;
import static fi.tiski.platform.tables.Tables.CASE_RECORD;
import static fi.tiski.platform.tables.Tables.JOURNEY;
import static fi.tiski.platform.tables.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fi.tiski.platform.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Impatient thumbs, the browser's own buttons, tabs and devices: nothing is lost, and nothing is there twice. */
class NothingTwiceTest extends Journey {

    private static final Table<?> PG_LOCKS = table("pg_locks");

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aDoublePressOnTheHumanButtonBeginsOneJourney() {
        var home = atHome(Screen.TABLET);
        var before = count(JOURNEY);

        home.page().locator(".human").dblclick();
        home.at("ways");

        assertThat(count(JOURNEY)).isEqualTo(before + 1);
    }

    @Test
    void aDoubleTapOnASlowLineTakesOneNumber() {
        var home = atHome(Screen.PHONE);
        home.askForAHuman().way("journey.ways.place", "place-now");
        var before = count(TICKET);
        List<Route> waiting = new ArrayList<>();
        home.page().route("**/*v-r=uidl*", waiting::add);

        var place = home.page().locator(".choice").first();
        place.tap();
        home.page().waitForCondition(() -> !waiting.isEmpty());
        place.tap(new Locator.TapOptions().setForce(true));
        home.page().unroute("**/*v-r=uidl*");
        waiting.forEach(Route::resume);

        home.at("number");
        assertThat(count(TICKET)).isEqualTo(before + 1);
    }

    @Test
    void whoGoesBackToTheFirstPageAndAsksAgainKeepsTheirNumber() {
        var home = atHome(Screen.PHONE);
        home.askForAHuman().way("journey.ways.place", "place-now").choose(1, "number");
        var number = home.page().locator(".ticket-number").textContent();
        var journeys = count(JOURNEY);
        var tickets = count(TICKET);

        home.page().goBack();
        home.at("place-now");
        home.page().goBack();
        home.at("ways");
        home.page().goBack();
        home.page().locator("main[data-page=start]").waitFor();
        home.askForAHuman();

        assertThat(home.page().locator(".choice").first()).containsText(number);
        home.choose(1, "number");
        assertThat(home.page().locator(".ticket-number")).hasText(number);
        assertThat(count(JOURNEY)).isEqualTo(journeys);
        assertThat(count(TICKET)).isEqualTo(tickets);
    }

    @Test
    void aReloadLosesNothingOnAnyPage() {
        var home = atHome(Screen.PHONE);
        chooseByPhone(home).page().reload();
        settled(home.page());
        home.page().locator(".time").first().click();
        home.at("who").type("journey.who.name", "Reetta Uudelleen");
        home.page().reload();
        settled(home.page());
        assertThat(home.page().locator("#field-name")).hasValue("Reetta Uudelleen");
        home.type("journey.who.phone", "041 555 0144").press("journey.go-on", "check");
        home.page().reload();
        settled(home.page());
        home.press("journey.check.confirm", "done");
        var booked = count(APPOINTMENT);
        var code = home.page().locator("main > .code [aria-hidden]").textContent();

        home.page().reload();
        settled(home.page());

        assertThat(home.page().locator("main > .code [aria-hidden]")).hasText(code);
        assertThat(count(APPOINTMENT)).isEqualTo(booked);
    }

    @Test
    void theBrowsersBackButtonAfterABookingLeadsToTheBooking() {
        var home = atHome(Screen.PHONE);
        chooseByPhone(home);
        book(home, "Pirkko Palaaja");
        var code = home.page().locator("main > .code [aria-hidden]").textContent();
        var booked = count(APPOINTMENT);

        home.page().goBack();
        home.at("done");
        assertThat(home.page().locator("main > .code [aria-hidden]")).hasText(code);
        home.page().goForward();
        home.at("done");

        assertThat(home.page().locator("main > .code [aria-hidden]")).hasText(code);
        assertThat(count(APPOINTMENT)).isEqualTo(booked);
    }

    @Test
    void twoTabsThatChooseTwoTimesBookOne() {
        var first = atHome(Screen.TABLET);
        chooseByPhone(first);
        var second = new Customer(first.page().context().newPage(), Language.FI);
        second.page().navigate(first.page().url());
        settled(second.page());
        var cases = count(CASE_RECORD);
        var booked = count(APPOINTMENT);

        first.page().locator(".time").nth(0).click();
        first.at("who");
        second.page().locator(".time").nth(1).click();
        second.at("who").type("journey.who.name", "Tuplavarmistaja").type("journey.who.phone", "041 555 0145");
        second.press("journey.go-on", "check").press("journey.check.confirm", "done");
        var code = second.page().locator("main > .code [aria-hidden]").textContent();
        first.type("journey.who.name", "Tuplavarmistaja").type("journey.who.phone", "041 555 0145");
        first.press("journey.go-on", "done");

        assertThat(first.page().locator("main > .code [aria-hidden]")).hasText(code);
        assertThat(count(APPOINTMENT)).isEqualTo(booked + 1);
        assertThat(count(CASE_RECORD)).isEqualTo(cases + 1);
    }

    @Test
    void whatATabStillShowsIsNotBookedWhenAnotherHasChosenSince() {
        var first = atHome(Screen.TABLET);
        chooseByPhone(first).page().locator(".time").nth(0).click();
        first.at("who").type("journey.who.name", "Mielenmuuttaja").type("journey.who.phone", "041 555 0146");
        first.press("journey.go-on", "check");
        var second = new Customer(first.page().context().newPage(), Language.FI);
        second.page().navigate(first.page().url().replace("/check/", "/times/"));
        settled(second.page()).locator(".time").nth(1).click();
        second.at("who").press("journey.go-on", "check");
        var chosenLast = second.page().locator(".facts dd").first().textContent();
        var booked = count(APPOINTMENT);

        first.press("journey.check.confirm");

        assertThat(first.page().locator(".facts dd").first()).hasText(chosenLast);
        assertThat(first.heading()).hasText(first.says("journey.check.title"));
        first.press("journey.check.confirm", "done");
        assertThat(count(APPOINTMENT)).isEqualTo(booked);
    }

    @Test
    void twoDevicesThatConfirmAtTheSameMomentAreShownOneCodeAndOneSecret() {
        var phone = atHome(Screen.PHONE);
        chooseByPhone(phone).page().locator(".time").first().click();
        phone.at("who").type("journey.who.name", "Kaksi Laitetta").type("journey.who.phone", "041 555 0149");
        phone.press("journey.go-on", "check");
        var tablet = new Customer(visit(window(Screen.TABLET).newPage(), path(phone.page())), Language.FI);
        var booked = count(APPOINTMENT);
        var keys = count(CASE_LINK);

        // Both are there before either can make a key: without a lock each would make one.
        transaction.executeWithoutResult(running -> {
            sql.query("lock table {0} in share mode", CASE_LINK).execute();
            atTheSameMoment(List.of(phone, tablet), "journey.check.confirm");
            phone.page().waitForCondition(() -> waitingForALock() >= 2);
        });
        phone.at("done");
        tablet.at("done");

        assertThat(tablet.page().locator("main > .code [aria-hidden]"))
                .hasText(phone.page().locator("main > .code [aria-hidden]").textContent());
        assertThat(tablet.page().locator(".slip"))
                .hasText(phone.page().locator(".slip").textContent());
        assertThat(count(APPOINTMENT)).isEqualTo(booked);
        assertThat(count(CASE_LINK)).isEqualTo(keys + 1);
    }

    @Test
    void twoDevicesWithOneLinkAskForOneCall() {
        var phone = atHome(Screen.PHONE);
        phone.askForAHuman().way("journey.ways.call", "call");
        phone.type("journey.call.phone", "041 555 0147").press("journey.go-on", "call-when");
        var tablet = new Customer(visit(window(Screen.TABLET).newPage(), path(phone.page())), Language.FI);
        var before = count(CALL_BACK);

        phone.choose(1, "done");
        tablet.choose(2, "done");
        phone.page().reload();
        settled(phone.page());

        assertThat(count(CALL_BACK)).isEqualTo(before + 1);
        assertThat(phone.page().locator(".facts dd").first())
                .hasText(tablet.page().locator(".facts dd").first().textContent());
    }

    private Customer atHome(Screen screen) {
        return new Customer(open(screen, "/"), Language.FI);
    }

    /** To the free times of a meeting by phone. */
    private static Customer chooseByPhone(Customer home) {
        home.askForAHuman().way("journey.ways.time", "topic");
        home.press("journey.topic.rather", "meet").way("journey.mode.phone", "needs");
        return home.press("journey.go-on", "times");
    }

    private static void book(Customer home, String name) {
        home.page().locator(".time").first().click();
        home.at("who").type("journey.who.name", name).type("journey.who.phone", "041 555 0148");
        home.press("journey.go-on", "check").press("journey.check.confirm", "done");
    }

    /** Nobody's press reaches the server before everybody has pressed. */
    private static void atTheSameMoment(List<Customer> everybody, String key) {
        List<Route> waiting = new ArrayList<>();
        everybody.forEach(one -> one.page().route("**/*v-r=uidl*", waiting::add));
        everybody.forEach(one -> one.button(one.says(key)).click());
        everybody.getFirst().page().waitForCondition(() -> waiting.size() >= everybody.size());
        everybody.forEach(one -> one.page().unroute("**/*v-r=uidl*"));
        waiting.forEach(Route::resume);
    }

    private int waitingForALock() {
        return sql.fetchCount(PG_LOCKS, condition("not granted"));
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    private int count(Table<?> table) {
        return sql.fetchCount(table);
    }
}
