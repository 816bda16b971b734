package fi.tiski.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Chromium of this JVM; each test opens windows of its own in it, which share nothing. */
public final class Browser {

    private static final List<String> COMMANDS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** On a machine that has more to do than it can: what is right there in the end is right. */
    private static final int PATIENCE = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private Browser() {}

    /** A fresh window: no cookies, no storage, Finnish. The caller closes it. */
    public static BrowserContext window(Screen screen) {
        return window(screen, "fi-FI");
    }

    /** As {@link #window(Screen)}, in a browser that asks for another language. */
    public static BrowserContext window(Screen screen, String locale) {
        return window(chromium(), screen, locale);
    }

    /** As {@link #window(Screen)}, of a browser {@link #with its own flags}. */
    static BrowserContext window(com.microsoft.playwright.Browser browser, Screen screen) {
        return window(browser, screen, "fi-FI");
    }

    private static BrowserContext window(com.microsoft.playwright.Browser browser, Screen screen, String locale) {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen.touch)
                .setLocale(locale)
                .setTimezoneId("Europe/Helsinki"));
    }

    /** A browser of its own, with flags of its own, for what two pages do with each other. The caller closes it. */
    public static com.microsoft.playwright.Browser with(Playwright playwright, String... flags) {
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(all(flags)));
    }

    /** As {@link #with}, with these variables in its environment, and a voice. The caller closes it. */
    public static com.microsoft.playwright.Browser heard(
            Playwright playwright, Map<String, String> environment, String... flags) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable())
                        .setEnv(environment)
                        .setIgnoreDefaultArgs(List.of("--mute-audio"))
                        .setArgs(all(flags)));
    }

    private static List<String> all(String... flags) {
        var all = new ArrayList<>(QUIET);
        all.addAll(List.of(flags));
        // Chromium's sandbox refuses to be run by root, as containers do.
        if ("root".equals(System.getProperty("user.name"))) {
            all.add("--no-sandbox");
        }
        return all;
    }

    /** A browser of its own with a profile in this folder, as a kiosk starts one for each person. The caller closes it. */
    public static BrowserContext inFolder(Playwright playwright, Path profile, Screen screen) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(all("--blink-settings=allowScriptsToCloseWindows=true"))
                                .setViewportSize(screen.width, screen.height)
                                .setHasTouch(screen.touch)
                                .setLocale("fi-FI")
                                .setTimezoneId("Europe/Helsinki"));
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            // Closed with the JVM: Spring's context, and the pages that tests keep open, live as long.
            chromium = with(Playwright.create());
        }
        return chromium;
    }

    private static Path executable() {
        var folders = Stream.concat(
                        Stream.of("/usr/bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":")))
                .toList();
        return COMMANDS.stream()
                .flatMap(command -> folders.stream().map(folder -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Browser tests need Chromium: install the package 'chromium' (one of %s on the PATH)"
                                .formatted(String.join(", ", COMMANDS).toLowerCase(Locale.ROOT))));
    }
}
