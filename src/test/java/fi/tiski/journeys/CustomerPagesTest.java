package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.platform.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page that a customer can come to, in every language: no barrier that a machine can find, nothing cut off. */
class CustomerPagesTest extends Journey {

    @ParameterizedTest
    @EnumSource
    void everyPageAtAKioskIsFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(language);
        new CustomerPages(customer, true, name -> {
                    lookAt(customer, "kiosk-" + name);
                    Millimetres.areEnough(customer.page(), name);
                    Targets.areNotCovered(customer.page());
                })
                .all();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageAtHomeIsFreeOfBarriers(Language language) {
        var customer = new Customer(open(Screen.PHONE, "/"), Language.FI).speak(language);
        new CustomerPages(customer, false, name -> {
                    lookAt(customer, "phone-" + name);
                    Targets.areLargeEnough(customer.page());
                    Reflow.losesNothing(customer.page());
                    Reflow.standsWiderSpacing(customer.page());
                })
                .all();
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
        var hidden = new ArrayList<String>();
        new CustomerPages(customer, false, name -> {
                    fitsAtTwiceTheText(customer, "phone-200-" + name);
                    hidden.addAll(notOnTheFirstScreen(customer, name));
                })
                .all();
        assertThat(hidden).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FI", "SV"})
    void everyPageFitsAKioskAtTwiceTheText(Language language) {
        var customer = new Customer(open(Screen.KIOSK, "/kiosk/keskusta-1"), Language.FI).speak(language);
        new CustomerPages(customer, true, name -> {
                    theWordsOfTheHumanButtonDouble(customer, name);
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

    /**
     * Nobody who needs large text has to scroll to know what is asked and how it is answered. Where a page begins with
     * something to read, such as a case or what has to be put right, that begins there in place of the answer; so does a
     * field, whose name comes first.
     */
    @SuppressWarnings("unchecked")
    private static List<String> notOnTheFirstScreen(Customer customer, String name) {
        return (List<String>) customer.page().evaluate("""
                (name) => {
                  window.scrollTo(0, 0);
                  const bar = document.querySelector('.human-bar').getBoundingClientRect();
                  const human = document.querySelector('.human').getBoundingClientRect();
                  const page = document.querySelector('main:not([hidden])');
                  const toRead = '.error-summary, .hold, .facts, .timeline, .ticket, '
                    + ' .slip, .notice, .quiet-page, .field';
                  const first = page.querySelector(toRead + ', .choice, .option, .time, .code, .button, input, textarea');
                  const hidden = [];
                  if (page.querySelector('h1').getBoundingClientRect().bottom > bar.top) hidden.push('the question');
                  const answer = first.matches('.choice') ? first.querySelector('.title') : first;
                  const { top, bottom } = answer.getBoundingClientRect();
                  if ((first.matches(toRead) ? top + 60 : bottom) > bar.top) hidden.push(first.textContent);
                  if (human.height < 56 || human.width < 56) hidden.push('a human button that can be pressed');
                  return hidden.map((what) => name + ': ' + what);
                }""", name);
    }

    private static void theWordsOfTheHumanButtonDouble(Customer customer, String name) {
        customer.page().evaluate("() => window.Tiski.text('100')");
        var once = sizeOfTheHumanButtonsWords(customer);
        customer.page().evaluate("() => window.Tiski.text('200')");
        var twice = sizeOfTheHumanButtonsWords(customer);
        assertThat(twice)
                .as("the human button's words on %s", name)
                .isGreaterThanOrEqualTo(name.equals("start") ? 1.25 * once : 1.99 * once);
    }

    private static double sizeOfTheHumanButtonsWords(Customer customer) {
        return ((Number) customer.page()
                        .evaluate("() => parseFloat(getComputedStyle(document.querySelector('.human')).fontSize)"))
                .doubleValue();
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
