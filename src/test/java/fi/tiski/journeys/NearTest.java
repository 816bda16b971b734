package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits with the page of their slip in the pocket is told that their turn is near, and that it has come. */
class NearTest extends Journey {

    /** What the device would do, written down. */
    private static final String DEVICE = """
            window.did = [];
            navigator.vibrate = pattern => { window.did.push('vibrates'); return true; };
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) { window.did.push('sounds'); start.apply(this, when); };
            const lock = { released: false, release() { lock.released = true; window.did.push('may sleep'); } };
            Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
              lock.released = false;
              window.did.push('stays awake');
              return lock;
            } } });
            window.Notification = class {
              static permission = 'default';
              static async requestPermission() { return Notification.permission = 'granted'; }
              constructor(words) { window.did.push('notifies: ' + words); }
            };
            """;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private StaffingService staffing;

    private ServicePoint centre;

    @BeforeEach
    void aCounterIsOpen() {
        centre = points.pointBySlug("keskusta").orElseThrow();
        leaveAll();
        var aino = aino();
        staffing.stand(
                aino.organisation(),
                aino.id(),
                points.counters(aino.organisation(), centre.id()).getFirst());
        for (var person = 0; person < 40; person++) {
            queue.take(centre, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty());
        }
    }

    @AfterEach
    void theRoomIsEmpty() {
        leaveAll();
        var aino = aino();
        Optional.ofNullable(queue.withEach(aino.organisation()).get(aino.id()))
                .ifPresent(ticket -> queue.noShow(aino.organisation(), ticket.id(), AT_KIOSK));
        staffing.leaveCounter(aino.organisation(), aino.id());
    }

    @Test
    void thePageSaysInSightInTheTitleAndOnceForTheEarThatTheTurnIsNear() {
        var home = atHome();
        assertThat(home.page().locator("[data-stage=waiting]")).isVisible();
        assertThat(home.page().getByText(home.says("journey.near.notice"))).hasCount(0);

        comesNear(home);

        assertThat(home.page().locator("main").getByText(home.says("journey.near.notice")))
                .isVisible();
        assertThat(home.page()).hasTitle(Pattern.compile("^" + home.says("journey.near.title")));
        assertThat(home.page().locator("[data-live]")).hasText(home.says("journey.near.notice"));
        // Nobody asked for a sound.
        assertThat(did(home.page())).isEmpty();
        Audit.axe(home.page(), "number, near");
        Look.whole(home.page(), "number-near");
    }

    @Test
    void whoAskedForItIsToldBySoundVibrationAndNotificationAndTheScreenStaysAwakeUntilTheyAreServed() {
        var home = atHome();
        home.page().locator("[data-tell-me]").click();
        assertThat(home.page().getByText(home.says("journey.near.told"))).isVisible();
        home.page().locator("[data-notify]").click();
        assertThat(home.page().locator("[data-notify]")).isHidden();
        Audit.axe(home.page(), "number, asked to be told");
        Look.whole(home.page(), "number-asked");
        assertThat(did(home.page())).contains("stays awake", "sounds").doesNotContain("vibrates");

        comesNear(home);
        home.page().waitForCondition(() -> did(home.page()).contains("notifies: " + home.says("journey.near.title")));
        assertThat(did(home.page()).stream().filter("vibrates"::equals)).hasSize(1);

        var ticket = mine();
        queue.call(aino().organisation(), aino().id(), ticket.id());
        assertThat(home.page().locator(".ticket.called")).isVisible();
        home.page().waitForCondition(() -> did(home.page()).contains("notifies: " + home.says("journey.near.called")));
        assertThat(did(home.page()).stream().filter("vibrates"::equals)).hasSize(2);
        assertThat(did(home.page())).noneMatch(words -> words.contains(Integer.toString(ticket.number()) + " "));

        queue.serve(ticket.organisation(), ticket.id(), AT_KIOSK);
        home.page().waitForCondition(() -> did(home.page()).getLast().equals("may sleep"));
        queue.done(ticket.organisation(), ticket.id(), AT_KIOSK);
    }

    @Test
    void aKioskOffersNoSoundBecauseNobodyStaysInFrontOfIt() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number");

        assertThat(kiosk.page().locator("[data-tell-me]")).hasCount(0);
    }

    private Customer atHome() {
        var window = window(Screen.PHONE);
        window.addInitScript(DEVICE);
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number").press("journey.number.slip", "done");
        var secrets = kiosk.page().locator(".slip .secret [aria-hidden]").allTextContents();
        var home = new Customer(visit(window.newPage(), "/my"), Language.FI);
        home.type("journey.my.code", secrets.get(0)).type("journey.my.proof", secrets.get(1));
        home.press("journey.my.open");
        home.page().locator("[data-tell-me]").waitFor();
        return home;
    }

    /** Everybody before them goes home. */
    private void comesNear(Customer home) {
        var mine = mine();
        queue.waiting(mine.organisation(), centre.id()).stream()
                .filter(other -> !other.id().equals(mine.id()))
                .forEach(other -> queue.leave(other.organisation(), other.id(), AT_KIOSK));
        home.page().locator("[data-stage=near]").waitFor();
    }

    /** The last who came. */
    private Ticket mine() {
        return queue.waiting(aino().organisation(), centre.id()).getLast();
    }

    private void leaveAll() {
        queue.waiting(centre.organisation(), centre.id())
                .forEach(ticket -> queue.leave(ticket.organisation(), ticket.id(), AT_KIOSK));
    }

    @SuppressWarnings("unchecked")
    private static List<String> did(Page page) {
        return (List<String>) page.evaluate("() => window.did");
    }

    private Agent aino() {
        return people.credentials("aino").orElseThrow().agent();
    }
}
