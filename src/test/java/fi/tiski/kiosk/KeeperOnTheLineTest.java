package fi.tiski.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tiski.domain.cases.By;
import fi.tiski.domain.cases.Channel;
import fi.tiski.domain.devices.Accepting;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.devices.Enrolling;
import fi.tiski.domain.devices.Heard;
import fi.tiski.domain.devices.KioskState;
import fi.tiski.domain.devices.Order;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.queue.OfflineNumbersService;
import fi.tiski.domain.queue.OfflineRange;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.journeys.Journey;
import fi.tiski.journeys.Screen;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.support.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A kiosk's keeper as it is installed, and the whole service as it is delivered: only machines with a key come in. Between
 * them is a line that can be cut.
 */
class KeeperOnTheLineTest extends Journey {

    private static final String KIOSK = "keskusta-2";
    private static final int PORT = Keeper.freePort();

    @Autowired
    private DevicesService devices;

    @Autowired
    private CareService care;

    @Autowired
    private PointsService points;

    @Autowired
    private PeopleService people;

    @Autowired
    private OfflineNumbersService offline;

    @Autowired
    private QueueService queue;

    @TempDir
    Path folder;

    private Agent manager;
    private Kiosk kiosk;
    private OfflineRange range;
    private Line line;
    private Keeper keeper;

    @DynamicPropertySource
    static void asDelivered(DynamicPropertyRegistry properties) {
        properties.add("tiski.kiosk.enrolment", () -> "required");
        properties.add("tiski.kiosk.keeper", () -> "http://127.0.0.1:" + PORT);
    }

    @BeforeEach
    void aMachineWithoutAKey() {
        manager = people.credentials("mikko").orElseThrow().agent();
        kiosk = points.kiosk(KIOSK).orElseThrow();
        range = new OfflineRange(0, -1, LocalDate.EPOCH);
        line = new Line(Integer.parseInt(address("").replaceFirst(".*:", "")));
        keeper = new Keeper(folder, throughTheLine(""), PORT, Map.of("TISKI_BEAT", "0.2"), "TISKI_VIEWING_MM=650");
        keeper.seesTheServiceAs("there");
    }

    @AfterEach
    void noKiosk() {
        keeper.close();
        line.close();
        offline.forbid(kiosk.organisation(), kiosk.point());
        devices.of(kiosk).ifPresent(this::revoke);
        // Nobody of other tests waits behind these.
        waiting().forEach(ticket -> queue.leave(kiosk.organisation(), ticket.id(), new By.TheCustomer(Channel.KIOSK)));
    }

    @Test
    void aNewMachineIsAcceptedItsKeeperHoldsTheKeyAndManageHearsFromIt() throws IOException {
        var page = atTheKiosk();
        page.waitForURL(throughTheLine("/kiosk/enrol"));

        accept(page);

        page.waitForURL(throughTheLine("/kiosk/" + KIOSK));
        assertThat(page.locator("main[data-page=start]")).isVisible();
        var key = Files.readString(keeper.state().resolve("key"));
        assertThat(devices.byKey(key)).map(Device::kiosk).map(Kiosk::slug).contains(KIOSK);
        assertThat(page.context().cookies())
                .as("the key has left the browser")
                .noneMatch(cookie -> cookie.value.contains(key));

        keeper.await(() -> state().heard().flatMap(Heard::facts).isPresent());
        assertThat(points.kiosk(KIOSK).orElseThrow().geometry().orElseThrow().viewingMm())
                .isEqualTo(650);
        // What no person told it: it was started without a voice, and as this version.
        assertThat(card(manage())).containsText(Texts.say(Language.FI, "manage.fault.speech-none"));
    }

    @Test
    void theNextPersonsBrowserComesStraightToItsKiosk() {
        enrolled();
        var next = atTheKiosk();

        next.waitForURL(throughTheLine("/kiosk/" + KIOSK));
        assertThat(next.locator("main[data-page=start]")).isVisible();
    }

    @Test
    void anOrderOfTheManagersIsCarriedOutOnceAndIsThenDone() {
        var device = enrolled();
        var events = keeper.events();

        care.order(device, Order.Act.RESTART, manager.id());

        keeper.await(() -> state().orders().isEmpty());
        assertThat(keeper.runtime().resolve("restart")).exists();
        // By now the service has heard that it is done, and no answer names it any more.
        keeper.await(() -> heardAgain());
        assertThat(events).containsOnlyOnce("order restart");
    }

    @Test
    void numbersThatItGaveWhileTheLineWasAwayAreMadeIntoTicketsOnce() {
        enrolled();
        offline.allow(kiosk.organisation(), kiosk.point(), manager.id());
        range = offline.rangeOf(kiosk).orElseThrow();
        keeper.await(() -> allowed().contains("\"from\": " + range.first() + ", \"to\": " + range.last()));
        assertThat(number(UUID.randomUUID()).status())
                .as("the service is there")
                .isEqualTo(409);

        line.cut();
        keeper.seesTheServiceAs("away");
        var page = atTheKiosk();
        page.locator("section[lang=fi] .take").click();
        assertThat(page.locator(".given:not([hidden]) .number")).hasText(Integer.toString(range.first()));
        var press = UUID.randomUUID();
        assertThat(number(press).body()).contains("\"number\": " + (range.first() + 1));
        assertThat(number(press).body()).as("the same press again").contains("\"number\": " + (range.first() + 1));

        line.mend();
        keeper.await(() -> journal().contains("{\"kept\": ["));
        assertThat(numbers()).containsExactly(range.first(), range.first() + 1);

        line.cut();
        keeper.seesTheServiceAs("away");
        line.mend();
        keeper.seesTheServiceAs("there");
        keeper.await(() -> heardAgain());
        assertThat(numbers()).containsExactly(range.first(), range.first() + 1);
    }

    /** Its own page is what a person sees, by the keeper's word; the service's page is there again by the same. */
    @Test
    void aLineThatCarriesNothingIsAwayAndComesBack() {
        enrolled();
        var page = atTheKiosk();
        page.waitForURL(throughTheLine("/kiosk/" + KIOSK));

        line.freeze();
        keeper.seesTheServiceAs("away");
        page.navigate(keeper.address());
        assertThat(page.locator("h1").first()).isVisible();
        line.mend();

        page.waitForURL(throughTheLine("/kiosk/" + KIOSK));
        assertThat(page.locator("main[data-page=start]")).isVisible();
    }

    @Test
    void aKeyThatAManagerHasTakenAwayIsForgottenAndTheMachineAsksAnew() {
        var device = enrolled();
        var page = atTheKiosk();
        page.waitForURL(throughTheLine("/kiosk/" + KIOSK));

        revoke(device);

        keeper.await(() -> !Files.exists(keeper.state().resolve("key")));
        page.waitForURL(throughTheLine("/kiosk/enrol"));
        accept(page);
        page.waitForURL(throughTheLine("/kiosk/" + KIOSK));
        assertThat(devices.of(kiosk)).map(Device::id).isNotEmpty().isNotEqualTo(device.id());
    }

    /** Without a page: its key is put where a page of the service would put it. */
    private Device enrolled() {
        var key = DevicesService.newKey();
        var asked = (Enrolling.Waiting) devices.enrolling(kiosk.organisation(), key, Optional.empty());
        var device = ((Accepting.Accepted) devices.accept(kiosk, asked.code(), manager.id())).device();
        var put = keeper.ask("PUT", "/key", "{\"key\": \"" + key + "\"}", "Origin: " + throughTheLine("") + "\r\n");
        assertThat(put.status()).isEqualTo(204);
        return device;
    }

    private void accept(Page page) {
        var code = page.locator(".enrol .code [aria-hidden]").textContent();
        assertThat(devices.accept(kiosk, code, manager.id())).isInstanceOf(Accepting.Accepted.class);
    }

    private void revoke(Device device) {
        devices.revoke(manager.organisation(), device.id(), manager.id());
    }

    private Page atTheKiosk() {
        var page = window(Screen.KIOSK).newPage();
        page.navigate(keeper.address());
        return page;
    }

    private String throughTheLine(String path) {
        return "http://localhost:" + line.port() + path;
    }

    private KioskState state() {
        return care.states(kiosk.organisation()).stream()
                .filter(one -> one.kiosk().slug().equals(KIOSK))
                .findFirst()
                .orElseThrow();
    }

    /** A heartbeat that began after this was asked. */
    private boolean heardAgain() {
        var before = state().heard().orElseThrow().at();
        keeper.await(() -> state().heard().orElseThrow().at().isAfter(before));
        return true;
    }

    private Keeper.Answer number(UUID press) {
        return keeper.post("/number", "{\"press\": \"" + press + "\"}");
    }

    private String allowed() {
        return written("numbers-allowed");
    }

    private String journal() {
        return written("numbers");
    }

    private String written(String file) {
        try {
            return Files.readString(keeper.state().resolve(file));
        } catch (IOException notYet) {
            return "";
        }
    }

    private List<Integer> numbers() {
        return waiting().stream().map(Ticket::number).sorted().toList();
    }

    /** Those who wait with a number of the kiosk's own. */
    private List<Ticket> waiting() {
        return queue.waiting(kiosk.organisation(), kiosk.point()).stream()
                .filter(ticket -> range.first() <= ticket.number() && ticket.number() <= range.last())
                .toList();
    }

    private Page manage() {
        var page = window(Screen.DESK).newPage();
        page.navigate(address("/manage/kiosks"));
        page.locator("input[name=username]").fill("mikko");
        page.locator("input[type=password]").fill("demo-mikko");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/manage/kiosks.*"));
        return settled(page);
    }

    private static Locator card(Page manage) {
        return manage.locator(".kiosk-card")
                .filter(new Locator.FilterOptions().setHas(manage.locator("#kiosk-" + KIOSK)));
    }
}
