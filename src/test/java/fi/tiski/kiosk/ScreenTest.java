package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The display outside its hours: what the keeper tells the session, and what the session then does. */
class ScreenTest {

    private static final String KEY = "{\"key\":\"a-key-that-nobody-guesses\"}";

    private final PlayedService service = new PlayedService();

    @TempDir
    Path folder;

    private Keeper keeper;

    @BeforeEach
    void begin() {
        answer("null");
        keeper = new Keeper(folder, service.address(), Keeper.freePort(), Map.of("TISKI_BEAT", "0.1"));
    }

    @AfterEach
    void end() {
        if (keeper != null) {
            keeper.close();
        }
        service.close();
    }

    /** Minutes from now; somebody who was in the middle of it as the hours ended has ten more. */
    @ParameterizedTest
    @CsvSource({"-600, 600, on", "-600, -5, on", "-600, -11, off", "5, 600, off"})
    void withinItsHoursItIsLit(int from, int until, String screen) {
        answer(hours(from, until));
        var events = listening();
        enrol();
        keeper.await(() -> events.contains("screen off") || beats() > 2);
        assertThat(events.stream()
                        .filter(told -> told.startsWith("screen"))
                        .toList()
                        .getLast())
                .isEqualTo("screen " + screen);
    }

    @Test
    void onADayWithoutHoursItIsDarkAndLitAgainAsSoonAsSomebodyGivesItSome() {
        var events = listening();
        enrol();
        keeper.await(() -> events.contains("screen off"));
        answer(hours(-1, 60));
        keeper.await(() -> events.getLast().equals("screen on"));
    }

    @Test
    void aServiceThatSaysNothingOfItLeavesItLit() {
        service.answer("/device/heartbeat", 200, "{\"orders\":[],\"offline\":null,\"open\":null}");
        var events = listening();
        enrol();
        keeper.await(() -> beats() > 2);
        assertThat(events).contains("screen on").doesNotContain("screen off");
    }

    /** A session without a display: what it says to {@code wlr-randr} is written down. */
    @Test
    void theSessionSwitchesEachOutput() throws IOException {
        var written = folder.resolve("written");
        keeper.profile().script("wlr-randr", """
                [ $# -gt 0 ] || printf 'DP-1 "One"\\n  Enabled: yes\\nHDMI-A-1 "Two"\\n'
                [ $# -eq 0 ] || echo "$@" >>""" + written);
        enrol();
        try (var session = new PlayedSession(folder, keeper, "sleep 60")) {
            keeper.await(() -> lines(written).contains("--output HDMI-A-1 --off"));
            assertThat(lines(written)).contains("--output DP-1 --off");
            answer(hours(-1, 60));
            keeper.await(() -> lines(written).getLast().equals("--output HDMI-A-1 --on"));
            assertThat(session.isAlive()).isTrue();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of("");
        } catch (IOException gone) {
            return List.of("");
        }
    }

    private List<String> listening() {
        var events = keeper.events();
        keeper.await(() -> events.contains("screen on"));
        return events;
    }

    private void enrol() {
        keeper.seesTheServiceAs("there");
        assertThat(keeper.ask("PUT", "/key", KEY, "Origin: " + service.address() + "\r\n")
                        .status())
                .isEqualTo(204);
    }

    private int beats() {
        return service.told("/device/heartbeat").size();
    }

    private void answer(String screen) {
        service.answer(
                "/device/heartbeat", 200, "{\"orders\":[],\"offline\":null,\"open\":null,\"screen\":" + screen + "}");
    }

    private static String hours(int from, int until) {
        var now = Instant.now();
        return "{\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(now.plus(Duration.ofMinutes(from)), now.plus(Duration.ofMinutes(until)));
    }
}
