package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.limits.Counted;
import fi.tiski.platform.limits.Limits;
import fi.tiski.platform.limits.Rate;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that stand where no other page can, without a script: free of barriers, and nothing cut off. */
class PlainPagesTest extends Journey {

    /** Beyond what an address may ask for at once, by half a minute. */
    private static final Rate ALL_THERE_IS = new Rate(1, Duration.ofSeconds(330));

    @Autowired
    private Limits limits;

    @ParameterizedTest
    @CsvSource({
        "PHONE, fi-FI, /, 198.51.100.51",
        "PHONE, sv-FI, /, 198.51.100.52",
        "PHONE, en-GB, /, 198.51.100.53",
        "NARROW, fi-FI, /, 198.51.100.54",
        "TABLET, fi-FI, /, 198.51.100.55",
        "KIOSK, fi-FI, /kiosk/keskusta-1, 198.51.100.56"
    })
    void whereTooMuchIsAskedForThePageIsCalmAndWhole(Screen screen, String locale, String path, String address) {
        limits.take(Counted.byAddress("session", address), ALL_THERE_IS);
        var window = window(screen, locale);
        window.setExtraHTTPHeaders(Map.of("X-Forwarded-For", address));
        var page = window.newPage();

        var answer = page.navigate(address(path));

        assertThat(answer.status()).isEqualTo(429);
        var name = screen.name().toLowerCase(Locale.ROOT) + "-too-many";
        fits(page, name + "-" + locale);
        Audit.axe(page, name);
        if (screen != Screen.KIOSK) {
            // At a kiosk nobody zooms: there the text is measured by the distance of the eye.
            page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
            fits(page, name + "-" + locale + "-200");
        }
    }

    @ParameterizedTest
    @CsvSource({"PHONE, /error", "KIOSK, /error", "NARROW, /error"})
    void whereThereIsNothingThePageIsCalmAndWhole(Screen screen, String path) {
        var page = window(screen).newPage();

        page.navigate(address(path));

        var name = screen.name().toLowerCase(Locale.ROOT) + "-plain-nothing";
        fits(page, name);
        Audit.axe(page, name);
    }

    private static void fits(Page page, String name) {
        Look.shot(page, name);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s goes beyond the right edge", name)
                .isTrue();
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(page.locator("main .button")).isVisible();
    }
}
