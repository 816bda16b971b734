package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Whoever comes to a place where things are told by themselves hears what is told there. */
final class LiveRegions {

    private LiveRegions() {}

    @SuppressWarnings("unchecked")
    static void areNamed(Page page, String name) {
        var nameless = (List<String>) page.evaluate("""
                () => [...document.querySelectorAll('[role=status], [role=alert], [role=log], [role=timer], [aria-live=polite]')]
                  .filter((live) => !live.closest('[hidden], [aria-hidden=true]') && live.getAttribute('aria-live') !== 'off')
                  .filter((live) => !live.getAttribute('aria-label')?.trim()
                    && !document.getElementById(live.getAttribute('aria-labelledby'))?.textContent.trim())
                  .map((live) => live.outerHTML.slice(0, 160))""");
        assertThat(nameless).as("live regions without a name on %s", name).isEmpty();
    }
}
