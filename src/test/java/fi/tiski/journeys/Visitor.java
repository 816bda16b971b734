package fi.tiski.journeys;

import static fi.tiski.journeys.Journey.settled;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody at a kiosk who wants one thing, and on each page does what brings them there, whatever they have met on the
 * way: so they can be thrown back, cut off and brought to another page, and still go on.
 */
final class Visitor {

    /** What somebody comes for. */
    enum Wish {
        HERE_NOW,
        A_TIME,
        CALL_ME_BACK,
        MY_BOOKING
    }

    /** A case that was made here before, as its slip has it. */
    record Booking(String code, String proof) {}

    /** Longer than a page needs to see that the server is away, and that it is back. */
    private static final double PATIENCE = 60_000;

    /** For what is on a page that has come up. */
    private static final double REACH = 10_000;

    private final Page page;
    private final Wish wish;
    private final Language language;
    private final String name;
    private final String phone;
    private final Optional<Booking> booking;

    /**
     * @param phone ten digits, nobody else's
     * @param booking what they look up, when that is what they want
     */
    Visitor(Page page, Wish wish, Language language, String name, String phone, Optional<Booking> booking) {
        this.page = page;
        this.wish = wish;
        this.language = language;
        this.name = name;
        this.phone = phone;
        this.booking = booking;
    }

    Page page() {
        return page;
    }

    String name() {
        return name;
    }

    @Override
    public String toString() {
        return "%s, who wants %s in %s and is at %s".formatted(name, wish, language, at());
    }

    /** Waits until a page can be pressed: theirs, not the one that says that the server is away. */
    Visitor arrive() {
        page.waitForFunction(
                "() => document.querySelector('main:not([data-away], [hidden]) h1') && document.querySelector('[data-away]')?.hidden !== false",
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        settled(page);
        return this;
    }

    /** The page they are on, as it stands in its address; {@code start} for the first. */
    String at() {
        var parts = page.url().replaceFirst("[?#].*", "").split("/");
        return parts.length < 6 ? "start" : parts[5];
    }

    /** Whether they hold in their hands what they came for. */
    boolean hasIt() {
        return at().equals("done")
                || wish == Wish.MY_BOOKING && page.locator(".timeline").count() > 0;
    }

    /** What they were given, where it can be found again. */
    Optional<Booking> given() {
        if (!at().equals("done") || wish == Wish.HERE_NOW) {
            return Optional.empty();
        }
        return Optional.of(new Booking(
                page.locator("main > .code [aria-hidden]").textContent(), phone.substring(phone.length() - 4)));
    }

    /**
     * Does what this page asks of them. Whether anything came of it, the next {@link #arrive} shows; so it does when the
     * page became another one under their hand.
     */
    void step() {
        var here = at();
        try {
            step(here);
        } catch (TimeoutError notThere) {
            if (here.equals(at())) {
                throw notThere;
            }
        }
    }

    private void step(String here) {
        switch (here) {
            case "start" -> begin();
            case "ways" -> way();
            case "topic" -> press("journey.topic.rather");
            case "meet" -> press(card("journey.mode.phone"));
            case "needs" -> press("journey.go-on");
            case "times" -> press(page.locator("main .time").first());
            case "who" -> {
                type("journey.who.name", name);
                type("journey.who.phone", phone);
                press("journey.go-on");
            }
            case "check" -> press("journey.check.confirm");
            case "call" -> {
                type("journey.call.phone", phone);
                press("journey.go-on");
            }
            case "call-when" -> press(page.locator("main .choice").first());
            case "number" -> press("journey.number.slip");
            case "my" -> lookUp();
            default -> throw new AssertionError("Nobody who wants " + wish + " knows what to do at " + page.url());
        }
    }

    private void begin() {
        if (!language.tag().equals(page.locator("html").getAttribute("lang"))) {
            page.locator(".languages button[lang=" + language.tag() + "]").click();
            page.waitForFunction("tag => document.documentElement.lang === tag", language.tag());
            settled(page);
        }
        if (wish == Wish.MY_BOOKING) {
            press("journey.start.booking");
        } else {
            press(page.locator(".human"));
        }
    }

    private void way() {
        press(card(
                switch (wish) {
                    case A_TIME -> "journey.ways.time";
                    case CALL_ME_BACK -> "journey.ways.call";
                    case HERE_NOW, MY_BOOKING -> "journey.ways.here";
                }));
    }

    /** More than its name stands on it. */
    private Locator card(String key) {
        return page.locator("main .choice")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(says(key), new Page.GetByTextOptions().setExact(true))));
    }

    private void lookUp() {
        var mine = booking.orElseThrow();
        type("journey.my.code", mine.code());
        type("journey.my.proof", mine.proof());
        press("journey.my.open");
    }

    /** Says that they are done. */
    void finish() {
        page.getByText(says("journey.finish"), new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    /** In the language of the page: a case opens in its own. */
    private String says(String key) {
        return Texts.say(spoken(), key);
    }

    private Language spoken() {
        var tag = page.locator("html").getAttribute("lang");
        return Stream.of(Language.values())
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private void type(String key, String words) {
        page.getByLabel(says(key), new Page.GetByLabelOptions().setExact(true))
                .fill(words, new Locator.FillOptions().setTimeout(REACH));
    }

    private void press(String key) {
        press(new Customer(page, spoken()).button(says(key)));
    }

    /** And waits until something has come of it: another page, or word that the server is away. */
    private void press(Locator control) {
        var before = page.url();
        control.click(new Locator.ClickOptions().setTimeout(REACH));
        page.waitForFunction(
                "before => location.href !== before || document.querySelector('[data-away]')?.hidden === false",
                before,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    }
}
