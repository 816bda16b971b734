package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.Journey.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.journeys.Keypad.Key;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.support.KeeperDouble;
import fi.tiski.support.KeeperDouble.Jack;
import fi.tiski.support.OwnProcess;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Three persons at one kiosk, one after the other: of the first, the second and third find nothing anywhere. */
class ThreePersonsTest {

    /** What the first one writes, and nobody else. No word of any language holds it. */
    private static final String MARK = "Zyxqvist";

    private static final JdbcConnectionDetails DATABASE = OwnDatabase.create();

    @TempDir
    private Path folder;

    @Test
    void nothingOfTheFirstIsLeftForTheSecondAndTheThird() throws IOException {
        try (var keeper = KeeperDouble.start();
                var tiski = new OwnProcess(
                        Path.of("target", "three-persons.log"),
                        "--spring.profiles.active=demo",
                        "--tiski.kiosk.keeper=" + keeper.address(),
                        "--spring.datasource.url=" + DATABASE.getJdbcUrl(),
                        "--spring.datasource.username=" + DATABASE.getUsername(),
                        "--spring.datasource.password=" + DATABASE.getPassword());
                var playwright = Playwright.create()) {
            tiski.start();
            keeper.serve(tiski.address(""));
            keeper.jack(Jack.IN);

            try (var first = begin(playwright, tiski, "first")) {
                var page = booksATime(first);
                assertThat(filesWith(folder.resolve("first"), "tiski")).isNotEmpty();
                // The window closes itself, and with it the browser: the kiosk throws the profile away.
                page.waitForClose(() -> new Customer(page, Language.FI)
                        .button(Texts.say(Language.FI, "journey.finish"))
                        .click());
            }
            assertThat(keeper.printed()).hasSize(1);
            keeper.forgetPrinted();

            for (var who : List.of("second", "third")) {
                try (var next = begin(playwright, tiski, who)) {
                    var page = takesANumber(next);
                    page.goBack();
                    page.goBack();
                    assertThat(Traces.in(page)).doesNotContainIgnoringCase(MARK);
                    assertThat(String.valueOf(page.evaluate("() => JSON.stringify(window.heard ?? [])")))
                            .doesNotContainIgnoringCase(MARK);
                }
                assertThat(filesWith(folder.resolve(who), MARK)).isEmpty();
                assertThat(keeper.printed())
                        .allSatisfy(slip -> assertThat(new String(slip, StandardCharsets.ISO_8859_1))
                                .doesNotContainIgnoringCase(MARK));
            }

            var dump = folder.resolve("heap.hprof");
            tiski.dumpMemory(dump);
            assertThat(holds(dump, "keskusta-1")).as("the dump can be read").isTrue();
            assertThat(holds(dump, MARK))
                    .as("the server remembers the first person")
                    .isFalse();
        }
    }

    private BrowserContext begin(Playwright playwright, OwnProcess tiski, String who) {
        var window = Browser.inFolder(playwright, folder.resolve(who), Screen.KIOSK);
        Listener.takeDown(window);
        window.pages().getFirst().navigate(tiski.address("/kiosk/keskusta-1"));
        settled(window.pages().getFirst());
        return window;
    }

    /** Writes who they are, hears it, and has the slip printed. */
    private static Page booksATime(BrowserContext window) {
        var page = window.pages().getFirst();
        var customer = new Customer(page, Language.FI);
        customer.askForAHuman()
                .way("journey.ways.time", "topic")
                .press("journey.topic.rather", "meet")
                .way("journey.mode.phone", "needs")
                .press("journey.go-on", "times");
        page.locator(".time").first().click();
        customer.at("who");
        customer.type("journey.who.name", MARK + " Eka").type("journey.who.phone", "041 555 0188");
        customer.press("journey.go-on", "check");
        assertThat(page.locator(".facts")).containsText(MARK);
        new Keypad(page).strike(Key.HELP);
        page.waitForFunction("mark => window.heard.some(said => said[1].includes(mark))", MARK);
        customer.press("journey.check.confirm", "done");
        page.locator("[data-print]").first().click();
        page.waitForCondition(() ->
                page.locator("main").first().textContent().contains(Texts.say(Language.FI, "kit.printed.on-paper")));
        return page;
    }

    private static Page takesANumber(BrowserContext window) {
        var customer = new Customer(window.pages().getFirst(), Language.FI);
        customer.askForAHuman().way("journey.ways.here", "number");
        return customer.page();
    }

    private static List<Path> filesWith(Path folder, String words) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, words))
                    .toList();
        }
    }

    /** Whether the file has these letters, in one or in two bytes each. */
    private static boolean holds(Path file, String words) {
        return holds(file, words.getBytes(StandardCharsets.US_ASCII))
                || holds(file, words.getBytes(StandardCharsets.UTF_16LE))
                || holds(file, words.getBytes(StandardCharsets.UTF_16BE));
    }

    private static boolean holds(Path file, byte[] wanted) {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            int found = 0;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                found = next == (wanted[found] & 0xff) ? found + 1 : next == (wanted[0] & 0xff) ? 1 : 0;
                if (found == wanted.length) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
