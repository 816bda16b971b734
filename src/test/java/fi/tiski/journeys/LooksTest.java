package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person can change about a kiosk's pages by one press. */
class LooksTest extends Journey {

    /** Above this nobody reaches from a chair: EN 301 549 V3.2.1, 8.3.2, less two centimetres. */
    private static final int REACH_MM = 1200;

    /** The glass of 21.5 inches stands between these heights unless the kiosk's own machine says otherwise. */
    private static final int HIGHEST_MM = 1327;

    private static final double PX_PER_MM = 4.03;

    @Test
    void eachLookIsOnePressInForceAtOnceAndGoneForTheNextPerson() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman();
        var standard = looks(kiosk.page());

        for (var look : List.of("text", "contrast", "calm", "low")) {
            var before = looks(kiosk.page());
            button(kiosk, look).click();
            assertThat(button(kiosk, look)).hasAttribute("aria-pressed", "true");
            assertThat(looks(kiosk.page())).as(look).isNotEqualTo(before);
        }
        button(kiosk, "dark").click();
        assertThat(button(kiosk, "contrast")).hasAttribute("aria-pressed", "false");
        kiosk.way("journey.ways.here", "number");
        assertThat(button(kiosk, "dark")).hasAttribute("aria-pressed", "true");

        kiosk.press("journey.number.slip", "done").press("journey.finish");
        kiosk.greeted().askForAHuman();
        assertThat(looks(kiosk.page())).isEqualTo(standard);
        assertThat(kiosk.page().locator("[data-turn][aria-pressed=true]")).hasCount(0);
    }

    @Test
    void pressedAgainAllIsAsItWas() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        var standard = looks(kiosk.page());

        for (var look : List.of("contrast", "dark", "calm", "low")) {
            button(kiosk, look).click();
            button(kiosk, look).click();
        }

        assertThat(looks(kiosk.page())).isEqualTo(standard);
    }

    @Test
    void loweredEverythingIsWithinReachFromAChair() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        button(kiosk, "low").click();
        for (var page : List.of("start", "ways", "number")) {
            var highest = ((Number) kiosk.page().evaluate("""
                            () => Math.min(...[...document.querySelectorAll('button, a[href]:not(.skip)')]
                              .filter(part => part.checkVisibility() && part.getBoundingClientRect().height > 2)
                              .map(part => part.getBoundingClientRect().top))""")).doubleValue();
            assertThat(HIGHEST_MM - highest / PX_PER_MM)
                    .as("mm above the floor, on " + page)
                    .isLessThanOrEqualTo(REACH_MM + 1);
            if (page.equals("start")) {
                kiosk.askForAHuman();
            } else if (page.equals("ways")) {
                kiosk.way("journey.ways.here", "number");
            }
        }
    }

    private static com.microsoft.playwright.Locator button(Customer kiosk, String look) {
        return kiosk.page().locator("[data-turn=" + look + "]");
    }

    private static String looks(Page page) {
        return (String) page.evaluate("""
                () => {
                  const style = getComputedStyle(document.body);
                  const { look = '', text = '100', low = '', calm = '' } = document.documentElement.dataset;
                  return [style.color, style.backgroundColor, getComputedStyle(document.querySelector('main h1')).fontSize,
                    document.querySelector('.frame-head').getBoundingClientRect().top, look, text, low, calm].join();
                }""");
    }
}
