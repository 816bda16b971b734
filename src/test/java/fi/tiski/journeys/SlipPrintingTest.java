package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import fi.tiski.platform.text.Language;
import fi.tiski.support.KeeperDouble.Printer;
import fi.tiski.support.ReceiptReader;
import fi.tiski.support.ReceiptReader.Printed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A slip comes out of the printer beside the kiosk; when it does not, the page says why and what to do. */
class SlipPrintingTest extends WithKeeper {

    private static final int DOTS = 576;

    @Test
    void theSlipThatComesOutIsTheOneOnThePage() {
        var kiosk = withANumber(Language.SV);
        var number = kiosk.page().locator(".slip .number").textContent();

        print(kiosk);

        assertThat(told(kiosk, "on-paper")).isVisible();
        var paper = printed();
        assertThat(paper).contains(new Printed.Line(number, 8, true, true));
        assertThat(ReceiptReader.words(paper))
                .containsAll(kiosk.page().locator(".slip .secret [aria-hidden]").allTextContents())
                .contains(kiosk.says("journey.slip.qr"));
        var link = paper.stream()
                .filter(Printed.Qr.class::isInstance)
                .map(part -> ((Printed.Qr) part).content())
                .findFirst()
                .orElseThrow();
        var home = new Customer(
                visit(window(Screen.PHONE).newPage(), link.substring(address("").length())), Language.SV);
        assertThat(home.page().locator(".ticket-number")).hasText(number);
    }

    @Test
    void anImpatientDoublePressPrintsOnceAndPrintAgainIsAPressOfItsOwn() {
        var kiosk = withANumber(Language.FI);
        var button = kiosk.page().locator("[data-print]");
        button.dblclick();
        button.evaluate("button => { button.click(); button.click(); }");
        assertThat(told(kiosk, "on-paper")).isVisible();
        button.evaluate("button => button.click()");

        assertThat(button).hasText(kiosk.says("kit.slip.again"));
        assertThat(KEEPER.printed()).hasSize(1);

        button.click();
        kiosk.page().waitForCondition(() -> KEEPER.printed().size() == 2);
        assertThat(told(kiosk, "on-paper")).isVisible();
        assertThat(KEEPER.printed().get(1)).isEqualTo(KEEPER.printed().get(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAPER_OUT", "COVER_OPEN", "OFFLINE"})
    void whatIsWrongIsSaidWithTheNumberStillLarge(Printer wrong) {
        KEEPER.printer(wrong);
        for (var language : Language.values()) {
            var kiosk = withANumber(language);
            var number = kiosk.page().locator(".slip .number").textContent();
            var tag = wrong.name().toLowerCase(Locale.ROOT).replace('_', '-');

            print(kiosk);

            assertThat(told(kiosk, tag)).isVisible();
            assertThat(told(kiosk, tag)).containsText(kiosk.says("kit.printed." + tag));
            assertThat(told(kiosk, tag)).containsText(kiosk.says("kit.printed.instead"));
            assertThat(told(kiosk, tag).locator(".number")).hasText(number);
            assertThat(told(kiosk, tag).locator(".number")).isInViewport();
            assertThat(kiosk.page().locator(".frame").boundingBox().y).isZero();
            assertThat(kiosk.page().locator("[data-live]")).containsText(kiosk.says("kit.printed." + tag));
            assertThat(kiosk.page().locator("[data-printed]:visible")).hasCount(1);
            assertThat(KEEPER.printed()).isEmpty();
            Look.shot(kiosk.page(), "slip-" + tag + "-" + language.tag());
            Audit.axe(kiosk.page(), "done, " + tag);
        }
    }

    @Test
    void afterThePaperIsInTheSamePressPrints() {
        KEEPER.printer(Printer.PAPER_OUT);
        var kiosk = withANumber(Language.FI);
        print(kiosk);
        assertThat(told(kiosk, "paper-out")).isVisible();
        KEEPER.printer(Printer.PAPER_LOW);

        kiosk.page().locator("[data-print]:not([aria-disabled])").click();

        assertThat(told(kiosk, "on-paper")).isVisible();
        assertThat(told(kiosk, "paper-out")).isHidden();
        assertThat(KEEPER.printed()).hasSize(1);
    }

    @Test
    void withoutAPrinterTheBrowserPrintsAndThePageSaysSo() {
        KEEPER.printer(Printer.NONE);
        var kiosk = withANumber(Language.FI);
        kiosk.page().evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1; }; }");

        print(kiosk);

        assertThat(told(kiosk, "none")).isVisible();
        assertThat(kiosk.page().evaluate("() => window.asked")).isEqualTo(1);
    }

    @Test
    void aPrinterThatSaysNothingIsToldAsOneThatDoesNotAnswer() {
        var kiosk = withANumber(Language.FI);
        kiosk.page().route(KEEPER.address() + "/print", route -> route.abort());

        print(kiosk);

        assertThat(told(kiosk, "offline")).isVisible();
    }

    private Customer withANumber(Language language) {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        if (language != Language.FI) {
            kiosk.speak(language);
        }
        return kiosk.askForAHuman().way("journey.ways.here", "number").press("journey.number.slip", "done");
    }

    private static void print(Customer kiosk) {
        kiosk.page().locator("[data-print]").click();
    }

    private static Locator told(Customer kiosk, String outcome) {
        return kiosk.page().locator("[data-printed=" + outcome + "]");
    }

    private static List<Printed> printed() {
        return ReceiptReader.read(KEEPER.printed().getLast(), DOTS);
    }
}
