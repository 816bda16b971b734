package fi.tiski.kiosk;

import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.journeys.Journey;
import fi.tiski.platform.text.Language;
import fi.tiski.support.Ears;
import fi.tiski.support.Ears.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A board in place of a kiosk: a Chromium with the flags that its session gives, under its policies, calls aloud though
 * nobody has ever pressed anything on it.
 */
class BoardUnderProfileTest extends Journey {

    /** Of the session alone: where it is shown, and in which profile. */
    private static final List<String> NOT_HERE =
            List.of("--ozone-platform=wayland", "--kiosk", "--user-data-dir=", "http://");

    /** The gong takes so long; whoever hears more hears a voice too. */
    private static final Duration GONG = Duration.ofMillis(1400);

    /** Whatever a test asks a page counts as a press in it: so it tells of itself, once it has voices. */
    private static final String TELLS = """
            setInterval(() => {
              const button = document.querySelector('[data-sound]');
              if (button && speechSynthesis.getVoices().length > 0) {
                console.log(`offers a press: ${!button.hidden}, was pressed: ${navigator.userActivation.hasBeenActive}`);
              }
            }, 200);
            """;

    private final Playwright playwright = Playwright.create();

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private StaffingService staffing;

    @TempDir
    Path folder;

    private Keeper keeper;
    private List<String> flags;
    private Ears ears;
    private Agent aino;

    @BeforeEach
    void begin() throws IOException {
        assumeThat(Ears.missing())
                .as("A board without pulseaudio and speech-dispatcher is mute: its calls were not heard.")
                .isEmpty();
        keeper = new Keeper(folder, address(""), "TISKI_BOARD=keskusta");
        // Before there is a folder for sound: a session would begin its own in it.
        flags = flagsOfTheSession();
        ears = new Ears(Files.createDirectories(folder.resolve("root/run/tiski-sound")));
        aino = people.credentials("aino").orElseThrow().agent();
    }

    @AfterEach
    void end() {
        playwright.close();
        if (keeper != null) {
            keeper.close();
        }
        if (ears != null) {
            ears.close();
        }
        Optional.ofNullable(queue.withEach(aino.organisation()).get(aino.id()))
                .ifPresent(ticket -> queue.noShow(aino.organisation(), ticket.id(), AT_KIOSK));
        staffing.leaveCounter(aino.organisation(), aino.id());
    }

    @Test
    void aCallIsHeardByGongAndVoiceWithoutAPress() {
        keeper.seesTheServiceAs("there");
        try (var browser = asTheSessionStartsIt()) {
            var board = browser.newPage();
            board.addInitScript(TELLS);
            board.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(told -> told.text().equals("offers a press: false, was pressed: false")),
                    () -> board.navigate(keeper.address()));
            assertThat(board.url()).isEqualTo(address("/board/keskusta"));

            ears.forgetOnceSilent();
            call();

            ears.await(() -> ears.sounding(Sink.LOUDSPEAKER).compareTo(GONG.plusSeconds(1)) > 0);
        }
    }

    private void call() {
        var centre = points.pointBySlug("keskusta").orElseThrow();
        staffing.stand(
                aino.organisation(),
                aino.id(),
                points.counters(aino.organisation(), centre.id()).getFirst());
        Ticket ticket =
                ((Take.Taken) queue.take(centre, UUID.randomUUID(), Language.FI, AT_KIOSK, Optional.empty())).ticket();
        queue.call(aino.organisation(), aino.id(), ticket.id());
    }

    private BrowserContext asTheSessionStartsIt() {
        var kiosk = keeper.profile();
        kiosk.assumeItCanBeLaidOver();
        var all = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu"));
        all.addAll(flags);
        try {
            // With this one in force nobody could look.
            Files.delete(kiosk.file("/etc/chromium/policies/managed/tiski-90-no-driver.json"));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder.resolve("person"),
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(kiosk.chromium())
                                .setViewportSize(1920, 1080)
                                .setEnv(ears.environment())
                                .setIgnoreDefaultArgs(List.of("--mute-audio"))
                                .setArgs(all));
    }

    private List<String> flagsOfTheSession() {
        var written = folder.resolve("flags");
        // Whole, once it has its name.
        var browser = "printf '%s\\n' \"$@\" >" + written + ".new; mv " + written + ".new " + written + "; sleep 60";
        try (var session = new PlayedSession(folder, keeper, browser)) {
            keeper.await(() -> Files.exists(written) || !session.isAlive());
            return Files.readAllLines(written).stream()
                    .filter(flag -> NOT_HERE.stream().noneMatch(flag::startsWith))
                    .toList();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
