package fi.tiski.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** Pictures of what people see: while tests are run that somebody named ({@code ./test -Dtest=…}), and of every failure. */
public final class Look {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path README = Path.of("docs", "screenshots");

    /** Whoever names the tests to be run; of a whole run nobody looks at two thousand pictures. */
    private static final boolean SOMEBODY_LOOKS = System.getProperty("test") != null;

    private Look() {}

    /** The window as it is, into {@code target/screenshots/<name>.png}. */
    public static void shot(Page page, String name) {
        picture(page, name, false);
    }

    /** The whole page, also what would have to be scrolled to. */
    public static void whole(Page page, String name) {
        picture(page, name, true);
    }

    private static void picture(Page page, String name, boolean whole) {
        if (SOMEBODY_LOOKS) {
            take(page, SCREENSHOTS.resolve(name + ".png"), whole);
        } else {
            settled(page);
        }
    }

    /** Also one of the pictures in the documentation, which change only with {@code -Dtiski.readme-shots=true}. */
    public static void readme(Page page, String name) {
        shot(page, name);
        if (Boolean.getBoolean("tiski.readme-shots")) {
            take(page, README.resolve(name + ".png"), false);
        }
    }

    static void failed(Page page, String test) {
        var name = test.replaceAll("[^A-Za-z0-9]+", "-") + "-" + Integer.toHexString(page.hashCode());
        take(page, SCREENSHOTS.resolve("failed").resolve(name + ".png"), false);
    }

    private static void settled(Page page) {
        page.evaluate("() => document.fonts.ready.then(() => true)");
    }

    private static void take(Page page, Path file, boolean whole) {
        settled(page);
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(whole));
    }
}
