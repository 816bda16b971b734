package fi.tiski.journeys;

import com.microsoft.playwright.Page;

/** The page in a window at 400 % zoom (WCAG 1.4.10), and with the letters, words and lines apart (1.4.12): all of it is there. */
final class Reflow {

    private Reflow() {}

    static void losesNothing(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(Screen.NARROW.width, Screen.NARROW.height);
        whole(page);
        page.setViewportSize(before.width, before.height);
    }

    static void standsWiderSpacing(Page page) {
        page.evaluate("""
                () => {
                  window.spacing ??= new CSSStyleSheet();
                  window.spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
                  document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.spacing];
                }""");
        whole(page);
        page.evaluate("""
                () => {
                  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== window.spacing);
                }""");
    }

    private static void whole(Page page) {
        Targets.fitSideways(page);
        Targets.cutNothing(page);
        Targets.areNotCovered(page);
    }
}
