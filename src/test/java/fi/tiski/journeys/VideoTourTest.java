package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.SelectOption;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting for the tour of the README, in English; its pictures are taken here. The faces are drawings of nobody. */
class VideoTourTest extends InMeeting {

    private static Playwright playwright;
    private static Browser agents;
    private static Browser customers;

    @BeforeAll
    static void twoBrowsersWithAFaceEach(@TempDir Path folder) throws IOException {
        playwright = Playwright.create();
        agents = seeing("agent", folder);
        customers = seeing("customer", folder);
    }

    @AfterAll
    static void closeBoth() {
        agents.close();
        customers.close();
        playwright.close();
    }

    @Test
    void whoComesByVideoSeesAPersonAndReadsWhatIsAgreed() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1").speak(Language.EN);
        var desk = meet(kiosk).page();
        desk.locator(".desk-head select").nth(1).selectOption(new SelectOption().setLabel("English"));
        assertThat(desk.locator(".stage .picture:not(.own) video")).isVisible();
        Look.readme(kiosk.page(), "kiosk-video");

        desk.locator(".desk-together")
                .getByText(Texts.say(Language.EN, "desk.together.open.summary"))
                .click();
        desk.locator(".desk-together textarea").fill("You send the form by Friday. Aino calls you on Monday.");
        assertThat(kiosk.page().locator(".look-words")).containsText("Aino calls you on Monday.");
        Seen.framesGoOn(desk);
        Look.readme(kiosk.page(), "kiosk-together");
        Look.readme(desk, "desk-video");
    }

    @Override
    protected BrowserContext window(Screen screen) {
        var window = keep(fi.tiski.journeys.Browser.window(screen == Screen.DESK ? agents : customers, screen));
        window.grantPermissions(List.of("camera", "microphone"));
        return window;
    }

    /** With that drawing before its camera. */
    private static Browser seeing(String face, Path folder) throws IOException {
        // A film of one picture; Chromium plays it over and over.
        var film = folder.resolve(face + ".mjpeg");
        try (var plain = Seen.withCamera(playwright)) {
            var page = plain.newPage();
            page.setViewportSize(1280, 720);
            page.setContent("<style>body { margin: 0 }</style>"
                    + Files.readString(Path.of("src", "test", "resources", "faces", face + ".svg")));
            page.screenshot(new ScreenshotOptions()
                    .setPath(film)
                    .setType(ScreenshotType.JPEG)
                    .setQuality(90));
        }
        return Seen.withCamera(playwright, "--use-file-for-fake-video-capture=" + film);
    }
}
