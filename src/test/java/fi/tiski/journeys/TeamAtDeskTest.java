package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.offers.OffersService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketId;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One line and two agents in two browsers: who passes somebody on, who is asked, and what is heard of it. */
class TeamAtDeskTest extends Journey {

    private static final By AT_KIOSK = new By.TheCustomer(Channel.KIOSK);
    private static final int AS_IN_THE_DEMO = 3;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private StaffingService staffing;

    @Autowired
    private QueueService queue;

    @Autowired
    private CallBacksService callBacks;

    @Autowired
    private CasesService cases;

    @Autowired
    private HandoversService handovers;

    @Autowired
    private OffersService offers;

    @Autowired
    private DSLContext sql;

    private OrganisationId town;
    private ServicePoint centre;
    private List<Agent> agents = List.of();

    @BeforeEach
    void nobodyWaitsAndBothAreFree() {
        centre = points.pointBySlug("keskusta").orElseThrow();
        town = centre.organisation();
        agents = List.of(
                people.credentials("aino").orElseThrow().agent(),
                people.credentials("mikko").orElseThrow().agent());
        queue.waiting(town, centre.id()).forEach(one -> queue.leave(town, one.id(), AT_KIOSK));
        callBacks.waiting(town).forEach(one -> callBacks.cancel(town, one.id(), AT_KIOSK));
        agents.forEach(this::free);
    }

    private void free(Agent agent) {
        Optional.ofNullable(queue.withEach(town).get(agent.id())).ifPresent(this::end);
        Optional.ofNullable(callBacks.withEach(town).get(agent.id()))
                .ifPresent(one -> callBacks.done(town, one.id(), AT_KIOSK));
        handovers.offeredTo(town, agent.id()).forEach(one -> handovers.accept(town, one.id(), agent.id()));
        staffing.leaveCounter(town, agent.id());
        staffing.available(town, agent.id());
    }

    private void end(Ticket ticket) {
        if (ticket.state() == TicketState.CALLED) {
            queue.noShow(town, ticket.id(), AT_KIOSK);
        } else {
            queue.done(town, ticket.id(), AT_KIOSK);
        }
    }

    @AfterEach
    void leaveSomebodyWaiting() {
        agents.forEach(this::free);
        for (int i = 0; i < AS_IN_THE_DEMO; i++) {
            aNumber();
        }
    }

    @Test
    void whoIsPassedOnToAnotherCounterKeepsTheirPlaceThere() {
        var first = aNumber();
        var second = aNumber();
        var aino = atCounter("aino", "1");
        var mikko = atCounter("mikko", "2");
        aino.press("call-next").act("start").waitFor();
        assertThat(aino.page().locator(".under")).containsText(first);

        aino.press("pass-on");
        aino.page().locator("#field-pass-to").selectOption(Texts.say(Language.FI, "desk.pass.counter", "2"));
        aino.page().locator(".panel .primary").click();

        assertThat(mikko.page().locator(".queue-row .number").first()).hasText(first);
        aino.press("call-next").act("start").waitFor();
        assertThat(aino.page().locator(".under")).containsText(second);
        mikko.press("call-next").act("start").waitFor();
        assertThat(mikko.page().locator(".under")).containsText(first);
    }

    @Test
    void aSlipOfTheHandIsTakenBackByKey() {
        var number = aNumber();
        var aino = atCounter("aino", "1");
        aino.press("call-next").act("start").waitFor();
        aino.press("no-show").act("undo").waitFor();
        assertThat(aino.row(number)).isHidden();

        aino.page().keyboard().press("Alt+p");

        aino.act("start").waitFor();
        assertThat(aino.page().locator(".under")).containsText(number);
        assertThat(aino.page().locator(".desk-said")).containsText(Texts.say(Language.FI, "desk.said.undo", number));
    }

    @Test
    void whoIsNotAnsweredByOneIsBroughtBeforeTheNext() {
        var desks = List.of(atCounter("aino", "1"), atCounter("mikko", "2"));
        var number = aNumber();
        var asked = whoIsAsked(desks);
        var other = desks.get(1 - desks.indexOf(asked));
        assertThat(asked(other)).isHidden();

        theirTimeIsOver();

        assertThat(asked(other)).isVisible();
        assertThat(asked(asked)).isHidden();
        other.page()
                .getByText(Texts.say(Language.FI, "desk.offer.look"), exactly())
                .click();
        assertThat(other.page().locator(".under")).containsText(number);
        other.press("call-this").act("start").waitFor();
        assertThat(asked(other)).isHidden();
    }

    @Test
    void aNotificationIsAskedForByAPressAndSaysNothingOfAnybody() {
        var page = window(Screen.DESK).newPage();
        page.addInitScript("""
                window.told = [];
                window.askedForPermission = 0;
                window.Notification = class {
                  static permission = 'default';
                  static requestPermission() {
                    window.askedForPermission++;
                    Notification.permission = 'granted';
                    return Promise.resolve('granted');
                  }
                  constructor(...all) { window.told.push(JSON.stringify(all)); }
                };
                Object.defineProperty(Document.prototype, 'hidden', { get: () => window.inFront === false });
                """);
        var aino = atCounter(visit(page, "/desk"), "aino", "1");
        page.evaluate("window.inFront = false");
        var first = aNumber();
        assertThat(asked(aino)).isVisible();
        assertThat(page.evaluate("[window.told.length, window.askedForPermission]"))
                .as("nothing is asked for or shown unasked")
                .isEqualTo(List.of(0, 0));

        page.evaluate("window.inFront = true");
        page.keyboard().press("Alt+t");
        page.locator("[data-notify]").click();
        assertThat(page.locator("[data-notified]")).isVisible();
        page.keyboard().press("Escape");
        queue.leave(town, id(first), AT_KIOSK);
        assertThat(asked(aino)).isHidden();
        page.evaluate("window.inFront = false");
        var second = aNumber();
        assertThat(asked(aino)).isVisible();

        page.waitForCondition(() -> (int) page.evaluate("window.told.length") == 1);
        // The address of the picture in it has the port of this run, which may hold the same digits.
        assertThat((String) page.evaluate("window.told[0].replaceAll(location.origin, '')"))
                .startsWith("[\"" + Texts.say(Language.FI, "desk.ring.somebody") + "\",{\"tag\":\"tiski-desk\"")
                .doesNotContain(second)
                .doesNotContain("desk/");
        assertThat(page.evaluate("window.askedForPermission")).isEqualTo(1);
    }

    /** In Swedish, and the pointer lies still from the first page on. */
    @Test
    void anAgentServesAndHandsOverByKeyboardAlone() {
        var number = aNumber();
        var aino = swedish();
        signInByKeyboard(aino, "aino");
        tabTo(aino, ".desk-head select");
        aino.keyboard().press("ArrowDown");
        assertThat(aino.locator(".desk-said")).containsText(Texts.say(Language.SV, "desk.said.at-counter", "1"));

        key(aino, "n", "start");
        assertThat(aino.locator(".under")).containsText(number);
        key(aino, "s", "done");
        aino.keyboard().press("Alt+k");
        aino.keyboard().type("Hissen är trasig.");
        aino.keyboard().press("Alt+l");
        assertThat(aino.locator("[name=hand-way]").first()).isFocused();
        tabTo(aino, "#field-hand-person");
        aino.keyboard().type("Mikko");
        tabTo(aino, "#field-hand-told");
        aino.keyboard().type("Hissen står still.");
        tabTo(aino, ".panel .primary");
        aino.keyboard().press("Enter");
        assertThat(aino.locator(".passed")).containsText("Mikko Salonen");
        key(aino, "v", "goes-on");
        key(aino, "g", "call-next");
        assertThat(aino.locator(".desk-said")).containsText(Texts.say(Language.SV, "desk.said.goes-on"));

        var mikko = swedish();
        signInByKeyboard(mikko, "mikko");
        tabTo(mikko, ".queue-row");
        mikko.keyboard().press("Enter");
        assertThat(mikko.locator(".passed")).containsText("Hissen står still.");
        assertThat(mikko.locator(".timeline")).containsText("Hissen är trasig.");
        key(mikko, "s", "take-up");
        tabTo(mikko, ".handed-to-me .day-row");
        assertThat(mikko.locator(".handed-to-me")).containsText("Aino Laine");
    }

    /** A board of one counter, where nobody but this test calls anybody. */
    @Test
    void theBoardIsToldAsItWasRead() {
        var tree = new Tree();
        var aino = atCounter("aino", "1");
        aino.act("call-next").waitFor();
        var board = open(Screen.BOARD, "/board/keskusta?counters=1").locator(".board:not([hidden])");
        assertThat(board.locator(".now .number")).isHidden();
        tree.look(board, "board");

        var number = aNumber();
        assertThat(aino.row(number)).isVisible();
        aino.press("call-next").act("start").waitFor();
        assertThat(board.locator(".now .number")).hasText(number);
        tree.look(board, "board-call");
        tree.areAsTheyWereRead();
    }

    private Page swedish() {
        var page = window(Screen.DESK, "sv").newPage();
        return visit(page, "/desk");
    }

    private static void signInByKeyboard(Page page, String name) {
        tabTo(page, "#username");
        page.keyboard().type(name);
        tabTo(page, "#password");
        page.keyboard().type("demo-" + name);
        page.keyboard().press("Enter");
        page.locator(".desk").waitFor();
        assertThat(page.locator("html")).hasAttribute("lang", "sv");
    }

    /** Presses Alt and the letter, and waits for what the large button, or one beside it, then offers. */
    private static void key(Page page, String letter, String next) {
        assertThat(page.locator("[data-key=" + letter.toUpperCase(Locale.ROOT) + "]:not([data-fresh])")
                        .first())
                .isVisible();
        page.keyboard().press("Alt+" + letter);
        page.locator("[data-act=" + next + "]:not([data-fresh])").waitFor();
    }

    private static void tabTo(Page page, String what) {
        var most = 80;
        for (int tabs = 0; tabs < most; tabs++) {
            if ((Boolean) page.evaluate("what => document.activeElement.matches(what)", what)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never comes to " + what);
    }

    private AgentAtDesk atCounter(String name, String label) {
        return atCounter(open(Screen.DESK, "/desk"), name, label);
    }

    private static AgentAtDesk atCounter(Page page, String name, String label) {
        var desk = AgentAtDesk.signIn(page, name).standAt(label);
        assertThat(page.locator(".desk-said")).containsText(Texts.say(Language.FI, "desk.said.at-counter", label));
        return desk;
    }

    private AgentAtDesk whoIsAsked(List<AgentAtDesk> desks) {
        var page = desks.getFirst().page();
        page.waitForCondition(() -> desks.stream().anyMatch(desk -> asked(desk).isVisible()));
        return desks.stream()
                .filter(desk -> asked(desk).isVisible())
                .findFirst()
                .orElseThrow();
    }

    private static Locator asked(AgentAtDesk desk) {
        return desk.page().locator(".asked p");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    /** Nobody waits for three quarters of a minute here: what is open has lapsed, and any process goes on. */
    private void theirTimeIsOver() {
        sql.execute("update offer set lapses_at = offered_at + interval '1 microsecond' where state = 'open'");
        offers.goOn(town);
    }

    private String aNumber() {
        var taken = (Take.Taken) queue.take(centre, UUID.randomUUID(), Language.SV, AT_KIOSK, Optional.empty());
        return Integer.toString(taken.ticket().number());
    }

    private TicketId id(String number) {
        return queue.byNumber(town, centre.id(), Integer.parseInt(number))
                .orElseThrow()
                .ticket()
                .id();
    }
}
