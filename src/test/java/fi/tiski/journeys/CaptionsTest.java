package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.journeys.KeyboardTest.tabTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said, written by the agent for whoever does not hear it. */
class CaptionsTest extends InMeeting {

    private static final String READ = """
            () => {
              window.read = [];
              const captions = document.querySelector('.stage-captions');
              new MutationObserver(() => {
                const words = [...captions.querySelectorAll('.words')].at(-1)?.textContent;
                if (words && window.read.at(-1) !== words) window.read.push(words);
              }).observe(captions, { childList: true, subtree: true, characterData: true });
            }""";

    @Test
    void whatTheAgentWritesIsReadLetterByLetterAndTheLastLinesStay() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        var desk = meet(kiosk).page();
        assertThat(kiosk.button(kiosk.says("meeting.captions"))).isHidden();
        assertThat(kiosk.page().locator(".stage-captions")).isHidden();
        kiosk.page().evaluate(READ);

        // By the keyboard alone.
        tabTo(desk, "element.matches('[data-extra=captions-pen]')");
        desk.keyboard().press("Enter");
        desk.keyboard().type("Moi");
        kiosk.page().waitForFunction("() => window.read.at(-1) === 'Moi'");
        assertThat(kiosk.page().evaluate("() => window.read")).isEqualTo(List.of("M", "Mo", "Moi"));
        assertThat(kiosk.page().locator(".captions-told")).hasText(kiosk.says("meeting.captions.by", "Aino Laine"));
        desk.keyboard().press("Enter");
        line(desk, "Saitko kirjeen verosta?");
        line(desk, "Luen sen nyt kanssasi.");
        line(desk, "Se tuli viime viikolla.");

        assertThat(lines(kiosk.page()))
                .hasText(new String[] {"Saitko kirjeen verosta?", "Luen sen nyt kanssasi.", "Se tuli viime viikolla."});
        assertThat(lines(desk)).hasCount(3);
        assertThat(kiosk.page().locator(".stage-captions .who:visible")).hasText("Aino Laine");
        Look.shot(kiosk.page(), "kiosk-captions");
        Audit.whole(kiosk.page(), "kiosk-captions");
        Look.shot(desk, "desk-captions");
        Audit.whole(desk, "desk-captions");

        // Of what is longer than the room for it, the end is read.
        line(desk, "Alku " + "ja sitten vielä pitkään ".repeat(18) + "loppu");
        assertThat(lines(kiosk.page()).last()).containsText("loppu");
        assertThat(lines(kiosk.page()).last()).not().containsText("Alku");
        assertThat((Boolean) kiosk.page().evaluate("""
                        () => {
                          const { scrollHeight, clientHeight } = document.querySelector('.stage-captions');
                          return scrollHeight <= clientHeight;
                        }""")).isTrue();
        line(desk, "Luen.");

        // Who does not want them does not see them; the others do.
        kiosk.press("meeting.captions.off");
        assertThat(kiosk.page().locator(".stage-captions")).isHidden();
        assertThat(lines(desk).last()).hasText("Luen.");
        kiosk.press("meeting.captions");
        assertThat(lines(kiosk.page()).last()).hasText("Luen.");

        // In another language they go on where they were.
        kiosk.speak(Language.SV);
        assertThat(lines(kiosk.page()).last()).hasText("Luen.");
        tabTo(desk, "element.matches('[data-extra=captions-pen]')");
        desk.keyboard().press("Enter");
        assertThat(kiosk.page().locator(".stage-captions")).isHidden();
        assertThat(kiosk.button(kiosk.says("meeting.captions"))).isHidden();
    }

    @Test
    void whereNoLineStandsBetweenTheBrowsersTheyComeByWayOfTheServer() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home).page();
        desk.evaluate("""
                () => Object.defineProperty(RTCDataChannel.prototype, 'readyState', { get: () => 'closed' })""");

        desk.locator("[data-extra=captions-pen]").click();
        line(desk, "Ensimmäinen rivi");
        line(desk, "Toinen rivi");

        assertThat(lines(home.page())).hasText(new String[] {"Ensimmäinen rivi", "Toinen rivi"});
        Look.shot(home.page(), "phone-captions");
        Audit.axe(home.page(), "phone-captions");
    }

    private static void line(Page desk, String words) {
        desk.locator("#meeting-captions").fill(words);
        desk.locator("#meeting-captions").press("Enter");
    }

    private static Locator lines(Page page) {
        return page.locator(".stage-captions:not([hidden]) p:visible .words");
    }
}
