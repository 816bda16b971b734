package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.domain.devices.Accepting;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.support.KeeperDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A machine whose keeper holds the key: each new browser comes to its kiosk by a ticket, and never sees the key. */
class EnrolmentWithKeeperTest extends WithKeeper {

    private static final String KIOSK = "satama-1";

    @Autowired
    private DevicesService devices;

    @Autowired
    private PointsService points;

    @Autowired
    private PeopleService people;

    private Agent manager;

    @BeforeEach
    void noKey() {
        KEEPER.forgetKey();
        manager = people.credentials("mikko").orElseThrow().agent();
    }

    @AfterEach
    void noKiosk() {
        devices.of(points.kiosk(KIOSK).orElseThrow())
                .ifPresent(device -> devices.revoke(manager.organisation(), device.id(), manager.id()));
        KEEPER.forgetKey();
    }

    @Test
    void theKeeperIsGivenTheKeyAndEveryBrowserAfterThatArrivesByATicket() {
        var first = open(Screen.KIOSK, "/kiosk/enrol");
        accepted(first);

        first.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        assertThat(first.locator("main[data-page=start]")).isVisible();
        assertThat(devices.byKey(KEEPER.key())).isPresent();
        assertThat(first.context().cookies())
                .as("the key has left the browser")
                .noneMatch(cookie -> cookie.name.endsWith("tiski-kiosk"));

        var next = window(Screen.KIOSK).newPage();
        next.navigate(address("/kiosk/enrol"));
        next.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        assertThat(next.locator("main[data-page=start]")).isVisible();
        assertThat(next.url()).doesNotContain("arrive");
    }

    @Test
    void aKeeperWhoseKeyWasTakenAwayIsGivenAnother() {
        var page = open(Screen.KIOSK, "/kiosk/enrol");
        var device = accepted(page);
        page.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        var lost = KEEPER.key();

        devices.revoke(manager.organisation(), device.id(), manager.id());

        page.waitForURL(url -> url.endsWith("/kiosk/enrol"));
        assertThat(page.locator(".enrol .code")).isVisible();
        page.waitForCondition(() -> KEEPER.key().isEmpty());
        accepted(page);
        page.waitForURL(url -> url.endsWith("/kiosk/" + KIOSK));
        assertThat(KEEPER.key()).isNotEmpty().isNotEqualTo(lost);
    }

    /** Whoever sets a kiosk up, and whoever comes to one that is not set up yet, may be somebody who does not see. */
    @Test
    void withHeadphonesTheCodeIsHeardAndTheKeysLeadToTheTelephoneAndBack() {
        var window = window(Screen.KIOSK);
        Listener.takeDown(window);
        var person = Listener.at(visit(window.newPage(), "/kiosk/enrol"));

        KEEPER.jack(KeeperDouble.Jack.IN);
        assertThat(person.heading().lastWords()).contains(person.says("kiosk.enrol.title"));
        person.find(person.page().locator(".human").textContent().trim());
        person.keypad().strike(Keypad.Key.SELECT);
        assertThat(person.page().locator("main:not([hidden]) h1")).hasText(person.says("kiosk.enrol.call.title"));
        person.keypad().press(Keypad.Key.BACK);
        assertThat(person.page().locator(".enrol .code")).isVisible();
    }

    private Device accepted(Page page) {
        var code = page.locator(".enrol .code [aria-hidden]").textContent();
        return ((Accepting.Accepted) devices.accept(points.kiosk(KIOSK).orElseThrow(), code, manager.id())).device();
    }
}
