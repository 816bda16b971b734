package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole session as greetd starts it: cage, without a display, the loop, and Chromium under all policies. No driver can
 * attach, so what Chromium does is known by what it asks the service for.
 */
class SessionTest {

    /** Says who it is, how it came here and what it found of somebody before, leaves a mark, and saves a file. */
    private static final String PAGE = """
            <!doctype html><title>Kiosk</title><a href="/sheet" download="sheet.bin"></a>
            <script>
            const say = (what) => fetch('/said/' + what);
            say('opened?found=' + (localStorage.mark ?? 'nothing') + document.cookie);
            localStorage.mark = 'somebody';
            document.cookie = 'somebody=1;max-age=9999';
            document.querySelector('a').click();
            const hidden = [];
            addEventListener('visibilitychange', () => {
              hidden.push(document.visibilityState);
              if (document.visibilityState === 'visible') say('back?' + hidden.join());
            });
            const asked = async () => {
              const answer = await fetch('/next').then((said) => said.headers.get('Tiski-Do'), () => null);
              if (answer === 'close') window.close();
              setTimeout(asked, 200);
            };
            asked();
            </script>
            """;

    private final Pages service = new Pages(PAGE);

    @TempDir
    Path folder;

    private Keeper keeper;
    private Profile kiosk;
    private Path memory;
    private @Nullable Process session;

    @BeforeEach
    void begin() throws IOException {
        assumeThat(List.of("cage", "Xwayland", "curl"))
                .as("A kiosk without a display needs cage, Xwayland and curl: its session was not tried.")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
        keeper = new Keeper(folder, service.address(), "TISKI_KIOSK=keskusta");
        kiosk = keeper.profile();
        assumeThat(kiosk.canBeLaidOver())
                .as("This machine does not allow a namespace of mounts: the session was not tried.")
                .isTrue();
        memory = Files.createTempDirectory(Path.of("/dev/shm"), "tiski-kiosk");
    }

    @AfterEach
    void end() throws Exception {
        if (session != null) {
            // Whatever it started lives in its own namespace of processes, and ends with it.
            session.destroyForcibly().waitFor();
        }
        if (keeper != null) {
            keeper.close();
        }
        service.close();
        if (memory != null) {
            Profile.run(List.of("rm", "-rf", memory.toString()));
        }
    }

    @Test
    void theNextPersonFindsNothingOfTheOneBefore() throws IOException {
        start();
        await(() -> service.asked().contains("/said/opened?found=nothing"));
        await(() -> service.asked().contains("/sheet"));
        var person = memory.resolve("tiski-kiosk/person");
        assertThat(person.resolve("profile/Default")).isDirectory();
        try (var saved = Files.walk(person)) {
            assertThat(saved.map(Path::getFileName))
                    .noneMatch(file -> file.toString().contains("sheet"));
        }
        Files.writeString(person.resolve("profile/of-somebody"), "somebody");

        service.tell("close");
        await(() -> said().size() == 2);
        assertThat(said()).containsOnly("/said/opened?found=nothing");
        assertThat(person.resolve("profile/of-somebody")).doesNotExist();
    }

    @Test
    void whileTheServiceIsAwayTheKiosksOwnPageStandsAboveThePersonsAndThenGivesItBack() {
        start();
        await(() -> said().size() == 1);
        service.stop();
        keeper.seesTheServiceAs("away");
        service.startAgain();
        await(() -> said().size() == 2);
        assertThat(said()).containsExactly("/said/opened?found=nothing", "/said/back?hidden,visible");
    }

    @Test
    void aKioskThatStartsWhileTheServiceIsAwayGoesToItOnceItIsThere() {
        service.stop();
        start();
        keeper.seesTheServiceAs("away");
        assertThat(said()).isEmpty();
        service.startAgain();
        await(() -> said().size() == 1);
    }

    /** As greetd does it; the display is in memory, and the user is nobody. */
    private void start() {
        var chromium = kiosk.script("without-sandbox", "exec /usr/bin/chromium --no-sandbox --disable-gpu \"$@\"");
        var program = kiosk.file("/usr/local/lib/tiski-kiosk/session");
        var builder = new ProcessBuilder(
                        kiosk.alone("unshare --user --map-user=65534 --map-group=65534 cage -d -- " + program)
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("session.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "XDG_RUNTIME_DIR", memory.toString(),
                        "WLR_BACKENDS", "headless",
                        "WLR_LIBINPUT_NO_DEVICES", "1",
                        "WLR_RENDERER", "pixman",
                        "LIBSEAT_BACKEND", "noop",
                        "TISKI_KIOSK_ROOT", kiosk.root().toString(),
                        "TISKI_KIOSK_BROWSER", chromium.toString()));
        try {
            session = builder.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What pages have said of themselves, in that order. */
    private List<String> said() {
        return service.asked().stream()
                .filter(path -> path.startsWith("/said/"))
                .toList();
    }

    private void await(BooleanSupplier happened) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end || session == null || !session.isAlive()) {
                throw new AssertionError("It did not happen; asked for: " + service.asked() + "; said: "
                        + Profile.run(List.of(
                                        "tail",
                                        "-40",
                                        folder.resolve("session.log").toString()))
                                .words());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
