package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.vaadin.flow.component.UI;
import fi.tiski.journeys.Visitor.Booking;
import fi.tiski.journeys.Visitor.Wish;
import fi.tiski.platform.postgres.OwnDatabase;
import fi.tiski.platform.text.Language;
import fi.tiski.support.KeeperDouble;
import fi.tiski.support.KeeperDouble.Printer;
import fi.tiski.support.OwnProcess;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.catalina.session.StandardSession;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One person after another at one kiosk, in every language, for every wish: some give up and walk away, some press the key
 * of the browser that goes back, some find a printer without paper, and some are there when the server is killed and
 * started again. After each of them the kiosk has to be as if they had never been there. Everybody's doings follow from
 * the seed.
 *
 * <p>The first half comes to a browser that is never closed, as on a machine that is nothing but a browser; the second
 * half to one with a keeper, where each person has a browser's profile of their own.
 */
public final class Soak implements AutoCloseable {

    /** What may come in somebody's way. */
    public enum Trouble {
        GAVE_UP,
        BACK_KEY,
        SERVER_KILLED,
        PRINTER_UNPLUGGED
    }

    /**
     * What the server keeps while the kiosk shows its first page to nobody.
     *
     * @param bytes of its memory that can be reached
     * @param sessions of the web; the kiosk's is one, and one is that of the browser without profiles, until it runs out
     * @param pages of Flow, one in each of the sessions
     * @param connections to the database
     */
    public record Kept(long bytes, int sessions, int pages, int threads, int connections) {}

    /**
     * @param before what the server kept after the last time it was started, and after some had been there since, as the
     *     first ones bring in what stays: classes, statements, caches
     * @param since how many came between {@code before} and {@code after}
     */
    public record Outcome(int persons, int served, Map<Trouble, Integer> troubles, Kept before, Kept after, int since) {

        public int often(Trouble trouble) {
            return troubles.getOrDefault(trouble, 0);
        }
    }

    private static final String KIOSK = "/kiosk/keskusta-1";
    private static final int MOST_STEPS = 60;
    private static final int QUIET = 90_000;
    private static final int ANSWER = 60_000;
    private static final int RESTARTS = 3;
    private static final double RARELY = .04;
    private static final double PATIENCE = 60_000;

    /** Connections to the database while nobody asks for anything: two of the pool, and the one that hears announcements. */
    private static final int RESTING = 3;

    private final JdbcConnectionDetails database = OwnDatabase.create();
    private final KeeperDouble keeper = KeeperDouble.start();
    private final Playwright playwright = Playwright.create();
    private final OwnProcess tiski;
    private final Random chance;
    private final int persons;
    private final Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
    private final List<Booking> bookings = new ArrayList<>();
    private com.microsoft.playwright.@Nullable Browser chromium;
    private @Nullable BrowserContext window;
    private boolean profiles;
    private int came;
    private int served;

    /** @param log where the server writes what it says */
    public Soak(int persons, long seed, Path log) {
        this.persons = persons;
        this.chance = new Random(seed);
        this.tiski = new OwnProcess(
                log,
                "-Dcom.zaxxer.hikari.housekeeping.periodMs=1000",
                "--spring.profiles.active=demo",
                "--tiski.kiosk.keeper=" + keeper.address(),
                "--spring.datasource.hikari.idle-timeout=10000",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
    }

    public Outcome run() {
        tiski.start();
        keeper.serve(tiski.address(""));
        browser();
        while (came < persons / 2) {
            comes();
        }
        profiles = true;
        browser("--blink-settings=allowScriptsToCloseWindows=true");
        while (came < warm()) {
            comes();
        }
        var before = kept();
        while (came < persons) {
            comes();
        }
        return new Outcome(persons, served, Map.copyOf(troubles), before, kept(), persons - warm());
    }

    private void browser(String... flags) {
        if (chromium != null) {
            chromium.close();
        }
        chromium = Browser.with(playwright, flags);
        window = window(chromium);
    }

    /** By then the server has been killed for the last time, and each wish has been here since. */
    private int warm() {
        return persons * 5 / 8;
    }

    private BrowserContext window(com.microsoft.playwright.Browser chromium) {
        var opened = Browser.window(chromium, Screen.KIOSK);
        opened.addInitScript("window.print = () => {}");
        opened.clock().install();
        var page = opened.newPage();
        page.navigate(tiski.address(KIOSK));
        isAsNew(page);
        return opened;
    }

    private void comes() {
        var visitor = visitor(came);
        try {
            comes(visitor);
        } catch (PlaywrightException stuck) {
            if (!visitor.page().isClosed()) {
                Look.failed(visitor.page(), "soak");
            }
            throw new AssertionError("Number %d, %s".formatted(came, visitor), stuck);
        }
    }

    private void comes(Visitor visitor) {
        var killed = isRestart(came) ? 1 + chance.nextInt(3) : -1;
        came++;
        for (int steps = 0; !visitor.arrive().hasIt(); steps++) {
            assertThat(steps).as(visitor.toString()).isLessThan(MOST_STEPS);
            if (steps == killed) {
                happened(Trouble.SERVER_KILLED);
                tiski.kill();
                visitor.step();
                tiski.start();
            } else if (steps > 0 && chance.nextDouble() < RARELY) {
                happened(Trouble.GAVE_UP);
                leaves(visitor, () -> walksAway(visitor));
                return;
            } else if (!visitor.at().equals("start") && chance.nextDouble() < RARELY) {
                happened(Trouble.BACK_KEY);
                visitor.page().goBack();
            } else {
                visitor.step();
            }
        }
        served++;
        visitor.given().ifPresent(bookings::add);
        takesTheSlip(visitor);
        leaves(visitor, visitor::finish);
    }

    private Visitor visitor(int person) {
        var wish = Wish.values()[chance.nextInt(bookings.isEmpty() ? 3 : 4)];
        var language = Language.values()[chance.nextInt(Language.values().length)];
        var booking = wish == Wish.MY_BOOKING
                ? Optional.of(bookings.get(chance.nextInt(bookings.size())))
                : Optional.<Booking>empty();
        // Letters alone, and no word of any language.
        var name = "Zyxqvist"
                + Integer.toString(person, 3)
                        .replace('0', 'x')
                        .replace('1', 'y')
                        .replace('2', 'z') + "q";
        return new Visitor(window().pages().getFirst(), wish, language, name, "0415%06d".formatted(person), booking);
    }

    private BrowserContext window() {
        return Objects.requireNonNull(window);
    }

    private boolean isRestart(int person) {
        return person < persons / 2 && person % (persons / 2 / RESTARTS) == 1;
    }

    private void takesTheSlip(Visitor visitor) {
        if (!visitor.at().equals("done") || chance.nextDouble() < .3) {
            return;
        }
        var works = chance.nextDouble() < .7;
        var broken = List.of(Printer.PAPER_OUT, Printer.COVER_OPEN, Printer.OFFLINE, Printer.NONE);
        var state = works ? Printer.READY : broken.get(chance.nextInt(broken.size()));
        keeper.printer(state);
        var printed = keeper.printed().size();
        visitor.page().locator("[data-print]").first().click();
        visitor.page().locator("[data-printed]:visible").first().waitFor();
        assertThat(keeper.printed()).hasSize(works ? printed + 1 : printed);
        if (!works) {
            happened(Trouble.PRINTER_UNPLUGGED);
        }
        keeper.printer(Printer.READY);
    }

    private static void walksAway(Visitor visitor) {
        visitor.page().clock().fastForward(QUIET);
        visitor.page().clock().fastForward(ANSWER);
    }

    private void leaves(Visitor visitor, Runnable how) {
        var page = visitor.page();
        if (profiles) {
            page.waitForClose(() -> orIsClosed(page, how));
            window().close();
            window = window(Objects.requireNonNull(chromium));
            return;
        }
        how.run();
        isAsNew(page);
        assertThat(Traces.in(page)).doesNotContain(visitor.name());
        page.goBack();
        isAsNew(page);
        assertThat(Traces.in(page)).doesNotContain(visitor.name());
    }

    /** The window may be gone before what closed it has been answered. */
    private static void orIsClosed(Page page, Runnable how) {
        try {
            how.run();
        } catch (PlaywrightException failure) {
            if (!page.isClosed()) {
                throw failure;
            }
        }
    }

    private static void isAsNew(Page page) {
        page.waitForFunction(
                "path => location.pathname === path && document.querySelector('main[data-page=start]') && document.documentElement.lang === 'fi'",
                KIOSK);
        Journey.settled(page);
    }

    private void happened(Trouble trouble) {
        troubles.merge(trouble, 1, Integer::sum);
    }

    /** Once what was borrowed for a moment has been given back. */
    private Kept kept() {
        var page = window().pages().getFirst();
        page.waitForCondition(() -> connections() <= RESTING, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        var memory = tiski.memory();
        return new Kept(
                memory.bytes(), memory.of(StandardSession.class), memory.of(UI.class), tiski.threads(), connections());
    }

    private int connections() {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var statement = connection.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    @Override
    public void close() {
        playwright.close();
        tiski.close();
        keeper.close();
    }
}
