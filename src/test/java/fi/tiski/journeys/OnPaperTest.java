package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a kiosk prints comes out on one piece of the receipt printer's paper, with nothing else of the page. */
class OnPaperTest extends Journey {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    @Test
    void aSlipIsOnePieceOfPaperAlsoWhenItHasANumberAndATime() {
        var kiosk = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        kiosk.askForAHuman().way("journey.ways.here", "number").press("journey.number.slip", "done");

        assertThat(pieces(kiosk.page())).isEqualTo(1);

        kiosk.page().evaluate("""
                () => {
                  const number = document.querySelector('.slip .number');
                  const also = (classes, words) => Object.assign(document.createElement('p'), { className: classes, textContent: words });
                  number.after(also('number in-words', 'torstai 15. lokakuuta kello 13.45'), also('', 'Videolla'), also('', 'Keskustan palvelutori'), also('', 'Torikatu 1, 00100 Lampila'));
                }""");
        assertThat(pieces(kiosk.page())).isEqualTo(1);
    }

    private static long pieces(Page page) {
        var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        return PAGE.matcher(new String(paper, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
