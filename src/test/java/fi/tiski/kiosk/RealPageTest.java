package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fi.tiski.journeys.Journey;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kiosk's Chromium, under its policies, comes from the keeper to the whole service: what a person sees then. */
class RealPageTest extends Journey {

    /** {@code --counter} of tiski.css: the bar with the human's button, on every page of a kiosk. */
    static final Color COUNTER = new Color(0x0c3b39);

    @Test
    void theFirstPageOfTheServiceIsOnTheGlass(@TempDir Path folder) throws IOException {
        try (var playwright = Playwright.create();
                var keeper = new Keeper(folder, address(""), "TISKI_KIOSK=keskusta-1")) {
            var kiosk = keeper.profile();
            kiosk.assumeItCanBeLaidOver();
            // With this one in force nobody could look.
            Files.delete(kiosk.file("/etc/chromium/policies/managed/tiski-90-no-driver.json"));
            keeper.seesTheServiceAs("there");
            try (var browser = playwright
                    .chromium()
                    .launchPersistentContext(
                            folder.resolve("person"),
                            new LaunchPersistentContextOptions()
                                    .setExecutablePath(kiosk.chromium())
                                    .setViewportSize(1080, 1920)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
                var page = browser.newPage();
                page.navigate(keeper.address());
                page.waitForURL(address("/kiosk/keskusta-1"));
                page.locator("h1").first().waitFor();
                var picture = page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/kiosk-under-policies.png")));
                assertThat(share(ImageIO.read(new ByteArrayInputStream(picture)), COUNTER))
                        .isBetween(0.01, 0.5);
            }
        }
    }

    /** How much of the picture has exactly this colour. */
    static double share(BufferedImage picture, Color colour) {
        int all = picture.getWidth() * picture.getHeight();
        return (double) IntStream.range(0, all)
                        .filter(at ->
                                picture.getRGB(at % picture.getWidth(), at / picture.getWidth()) == colour.getRGB())
                        .count()
                / all;
    }
}
