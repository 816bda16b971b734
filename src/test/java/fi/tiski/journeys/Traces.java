package fi.tiski.journeys;

import com.microsoft.playwright.Page;

/** What a person may have left in a browser. */
final class Traces {

    private Traces() {}

    /** The page as it is now, and all that the browser keeps for it, in one text that can be searched. */
    static String in(Page page) {
        return page.content() + page.evaluate("""
                async () => JSON.stringify([location.href, document.title, window.name, history.state, document.cookie,
                  {...localStorage}, {...sessionStorage}, await caches.keys(), await indexedDB.databases(),
                  [...document.querySelectorAll('input, textarea')].map(field => field.value)])""");
    }
}
