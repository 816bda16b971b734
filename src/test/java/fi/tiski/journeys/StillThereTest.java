package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.platform.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A kiosk that somebody has walked away from: a calm question first, and then nothing of them anywhere. */
class StillThereTest extends Journey {

    /** What nobody else may ever find. */
    private static final String MARK = "Xylofoni Unohtunut";

    private static final int QUIET = 90_000;
    private static final int ANSWER = 60_000;

    @Autowired
    private JourneysService journeys;

    @Test
    void afterNinetySecondsItAsksAndMoreTimeIsGivenAsOftenAsWanted() {
        var kiosk = atTheWho();

        for (int often = 0; often < 3; often++) {
            pass(kiosk, QUIET - 1000);
            assertThat(question(kiosk)).isHidden();
            pass(kiosk, 1000);
            assertThat(question(kiosk)).isVisible();
            more(kiosk).click();
            assertThat(question(kiosk)).isHidden();
        }
        assertThat(name(kiosk)).hasValue(MARK);
    }

    @Test
    void theQuestionIsReachedByKeyboardAndReadAloudAndDoesNotCountDown() {
        var kiosk = atTheWho();
        name(kiosk).focus();
        assertThat(name(kiosk)).isFocused();

        pass(kiosk, QUIET);

        assertThat(question(kiosk)).hasAttribute("role", "alertdialog");
        assertThat(question(kiosk)).hasAccessibleName(kiosk.says("kiosk.there.title"));
        assertThat(question(kiosk)).hasAccessibleDescription(kiosk.says("kiosk.there.lead"));
        assertThat(more(kiosk)).isFocused();
        assertThat(left(kiosk)).hasText(kiosk.says("kiosk.there.minute"));
        pass(kiosk, 20_000);
        assertThat(left(kiosk)).hasText(kiosk.says("kiosk.there.half"));
        pass(kiosk, 30_000);
        assertThat(left(kiosk)).hasText(kiosk.says("kiosk.there.moment"));
        kiosk.page().keyboard().press("Tab");
        assertThat(left(kiosk)).hasText(kiosk.says("kiosk.there.minute"));
        kiosk.page().keyboard().press("Escape");
        assertThat(question(kiosk)).isHidden();
        assertThat(name(kiosk)).isFocused();
    }

    /** Where the way to the first page lies behind the question, which their touch must not press. */
    @Test
    void whoeverTouchesTheGlassBesideTheQuestionIsThere() {
        var kiosk = atTheWho();
        var away = kiosk.page().locator(".mark").boundingBox();
        pass(kiosk, QUIET);

        kiosk.page().touchscreen().tap(away.x + away.width / 2, away.y + away.height / 2);

        assertThat(question(kiosk)).isHidden();
        assertThat(name(kiosk)).hasValue(MARK);
    }

    @Test
    void withoutAnAnswerNothingOfThePersonIsLeft() {
        var kiosk = atTheWho();
        var token = token(kiosk);
        kiosk.page().evaluate("""
                mark => {
                  localStorage.setItem('a', mark); sessionStorage.setItem('b', mark); document.cookie = 'c=' + mark;
                  return Promise.all([caches.open(mark), new Promise(done => { indexedDB.open(mark).onsuccess = ({ target }) => { target.result.close(); done(); }; })]).then(() => true);
                }""", MARK);
        var before = session(kiosk);

        pass(kiosk, QUIET);
        pass(kiosk, ANSWER);

        beginsAnew(kiosk);
        assertThat(journeys.find(token)).isEmpty();
        assertThat(session(kiosk)).isNotEqualTo(before);
        nothingIsLeft(kiosk);
    }

    @Test
    void whoSaysThatTheyAreDoneLeavesNothingEither() {
        var kiosk = atTheWho();
        var token = token(kiosk);
        pass(kiosk, QUIET);

        question(kiosk).getByText(kiosk.says("journey.finish")).click();

        beginsAnew(kiosk);
        assertThat(journeys.find(token)).isEmpty();
        nothingIsLeft(kiosk);
    }

    @Test
    void theLastPageOfAPersonIsNotBehindTheNextOne() {
        var kiosk = atKiosk();
        kiosk.askForAHuman().way("journey.ways.here", "number");
        kiosk.press("journey.number.slip", "done");
        var code = kiosk.page().locator("main > .code [aria-hidden]").textContent();

        kiosk.button(kiosk.says("journey.finish")).click();

        beginsAnew(kiosk);
        assertThat(Traces.in(kiosk.page())).doesNotContain(code);
        kiosk.page().goBack();
        beginsAnew(kiosk);
        assertThat(kiosk.page().url()).endsWith("/kiosk/keskusta-1");
    }

    @Test
    void aNumberThatWasTakenStaysInTheQueue() {
        var desk = AgentAtDesk.signIn(open(Screen.DESK, "/desk"), "aino").standAt("1");
        var kiosk = atKiosk();
        kiosk.askForAHuman().way("journey.ways.here", "number");
        var number = kiosk.page().locator(".ticket-number").textContent();

        pass(kiosk, QUIET);
        pass(kiosk, ANSWER);

        beginsAnew(kiosk);
        assertThat(desk.row(number)).isVisible();
    }

    @Test
    void theFirstPageAsksNobodyAndForgetsALanguageQuietly() {
        var kiosk = atKiosk().speak(Language.SV);

        pass(kiosk, QUIET);

        assertThat(question(kiosk)).isHidden();
        beginsAnew(kiosk);
    }

    @Test
    void itClearsItselfAlsoWhileTheServerIsAway() {
        var kiosk = atTheWho();
        var token = token(kiosk);
        kiosk.page().context().route("**/*", Route::abort);

        pass(kiosk, QUIET);
        pass(kiosk, ANSWER);
        pass(kiosk, 20_000);

        assertThat(kiosk.page().locator("[data-away]")).isVisible();
        assertThat(Traces.in(kiosk.page())).doesNotContain(MARK).doesNotContain(token);

        kiosk.page().context().unroute("**/*");
        pass(kiosk, 10_000);
        beginsAnew(kiosk);
        assertThat(journeys.find(token)).isEmpty();
    }

    private Customer atKiosk() {
        var window = window(Screen.KIOSK);
        window.clock().install();
        return new Customer(visit(window.newPage(), "/kiosk/keskusta-1"), Language.FI);
    }

    /** Somebody has written their name, and has not pressed anything since. */
    private Customer atTheWho() {
        var kiosk = atKiosk();
        kiosk.askForAHuman().way("journey.ways.time", "topic");
        kiosk.press("journey.topic.rather", "meet").choose(1, "place").choose(1, "needs");
        kiosk.press("journey.go-on", "times").page().locator(".time").first().click();
        kiosk.at("who").type("journey.who.name", MARK);
        return kiosk;
    }

    /** At once, so that what the page asks of the server meanwhile does not run out of time. */
    private static void pass(Customer kiosk, int milliseconds) {
        kiosk.page().clock().fastForward(milliseconds);
    }

    private static void beginsAnew(Customer kiosk) {
        assertThat(kiosk.page().locator("main[data-page=start]")).isVisible();
        assertThat(kiosk.page().locator("html")).hasAttribute("lang", "fi");
        settled(kiosk.page());
    }

    private static void nothingIsLeft(Customer kiosk) {
        assertThat(Traces.in(kiosk.page())).doesNotContain(MARK);
        kiosk.page().goBack();
        beginsAnew(kiosk);
        assertThat(Traces.in(kiosk.page())).doesNotContain(MARK);
        assertThat(kiosk.page().url()).endsWith("/kiosk/keskusta-1");
        kiosk.page().goForward();
        beginsAnew(kiosk);
        assertThat(Traces.in(kiosk.page())).doesNotContain(MARK);
    }

    private static String token(Customer kiosk) {
        return kiosk.page().url().replaceAll(".*/", "");
    }

    private static String session(Customer kiosk) {
        BrowserContext window = kiosk.page().context();
        return window.cookies().stream()
                .filter(cookie -> cookie.name.equals("tiski"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private static Locator question(Customer kiosk) {
        return kiosk.page().locator("[data-still-there]");
    }

    private static Locator more(Customer kiosk) {
        return question(kiosk).getByText(kiosk.says("kiosk.there.more"));
    }

    private static Locator left(Customer kiosk) {
        return question(kiosk).locator("[data-left]");
    }

    private static Locator name(Customer kiosk) {
        return kiosk.page().locator("#field-name");
    }
}
