package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that a customer can come to, in every language: no barrier that a machine can find, nothing cut off. */
class CustomerPagesTest extends Journey {

    @ParameterizedTest
    @EnumSource
    void everyPageAtAKioskIsFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(language);
        new CustomerPages(customer, true, name -> lookAt(customer, "kiosk-" + name)).all();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageAtHomeIsFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.PHONE, "/"), Language.FI).speak(language);
        new CustomerPages(customer, false, name -> lookAt(customer, "phone-" + name)).all();
    }

    @ParameterizedTest
    @EnumSource(names = {"FI", "EN"})
    void everyPageFitsATablet(Language language) {
        var customer = new Customer(open(Screen.TABLET, "/"), Language.FI).speak(language);
        new CustomerPages(customer, false, name -> fits(customer, "tablet-" + name)).all();
    }

    @ParameterizedTest
    @EnumSource(names = {"FI", "SV"})
    void everyPageFitsAPhoneAtTwiceTheText(Language language) {
        var customer = new Customer(open(Screen.PHONE, "/"), Language.FI).speak(language);
        new CustomerPages(customer, false, name -> fitsAtTwiceTheText(customer, "phone-200-" + name)).all();
    }

    @Test
    void everyPageFitsAKioskAtTwiceTheText() {
        var customer = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI);
        new CustomerPages(customer, true, name -> {
                    fitsAtTwiceTheText(customer, "kiosk-200-" + name);
                    assertThat(brokenWords(customer))
                            .as("words broken on %s", name)
                            .isEmpty();
                })
                .all();
    }

    /** Set on each page: a kiosk forgets it with the person. */
    private static void fitsAtTwiceTheText(Customer customer, String name) {
        customer.page().evaluate("() => window.Tiski.text('200')");
        fits(customer, name);
        Look.whole(customer.page(), name + "-" + customer.language().tag() + "-whole");
    }

    /** Words that stand on two lines, though nothing says where they may be parted. */
    @SuppressWarnings("unchecked")
    private static List<String> brokenWords(Customer customer) {
        return (List<String>) customer.page().evaluate("""
                () => [...document.querySelectorAll('main:not([hidden]) :is(.choice, .option, .button, .slip, h1, h2)')]
                  .flatMap((part) => {
                    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                    const broken = [];
                    while (walk.nextNode()) {
                      const text = walk.currentNode;
                      for (const { 0: word, index } of text.data.matchAll(/\\p{L}+/gu)) {
                        const range = document.createRange();
                        range.setStart(text, index);
                        range.setEnd(text, index + word.length);
                        const tops = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
                        if (tops.size > 1) broken.push(word);
                      }
                    }
                    return broken;
                  })""");
    }

    private static void lookAt(Customer customer, String name) {
        fits(customer, name);
        Audit.axe(customer.page(), name);
    }

    private static void fits(Customer customer, String name) {
        var page = customer.page();
        Look.shot(page, name + "-" + customer.language().tag());
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s goes beyond the right edge", name)
                .isTrue();
        assertThat(page.title()).as(name).isNotBlank();
        assertThat(page.locator("html").getAttribute("lang"))
                .isEqualTo(customer.language().tag());
        assertThat(page.locator("h1:visible").count())
                .as("headings of %s", name)
                .isEqualTo(1);
        assertThat(page.locator(".human").textContent()).contains(customer.says("kit.human.request"));
    }
}
