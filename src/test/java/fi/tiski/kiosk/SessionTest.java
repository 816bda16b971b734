package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    private @Nullable Caged session;

    @BeforeEach
    void begin() {
        Caged.assumeItCanBeTried();
        keeper = new Keeper(folder, service.address(), "TISKI_KIOSK=keskusta");
        kiosk = keeper.profile();
        kiosk.assumeItCanBeLaidOver();
    }

    @AfterEach
    void end() {
        if (session != null) {
            session.close();
        }
        if (keeper != null) {
            keeper.close();
        }
        service.close();
    }

    @Test
    void theNextPersonFindsNothingOfTheOneBefore() throws IOException {
        start();
        await(() -> service.asked().contains("/said/opened?found=nothing"));
        await(() -> service.asked().contains("/sheet"));
        var person = Objects.requireNonNull(session).memory().resolve("tiski-kiosk/person");
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

    private void start() {
        session = new Caged(folder, kiosk, keeper);
    }

    /** What pages have said of themselves, in that order. */
    private List<String> said() {
        return service.asked().stream()
                .filter(path -> path.startsWith("/said/"))
                .toList();
    }

    private void await(BooleanSupplier happened) {
        Objects.requireNonNull(session).await(happened, () -> "asked for: " + service.asked());
    }
}
