package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fi.tiski.support.Municipality.AT_KIOSK;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.Counter;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.Take;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.staffing.StaffingService;
import fi.tiski.platform.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call is seen and heard in the waiting room: once, in the person's own language first, and never when it is over. */
class BoardCallsTest extends Journey {

    /** Voices that a test can listen to; what was said is kept in {@code window.said}. */
    private static final String VOICES = """
            window.said = [];
            window.holdsBreath = false;
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            const synthesis = Object.assign(new EventTarget(), {
              getVoices: () => ['fi-FI', 'sv-SE', 'en-GB'].map(lang => ({ lang, default: false, name: lang })),
              cancel() {},
              speak(words) {
                window.said.push(words.lang.slice(0, 2) + ': ' + words.text);
                const end = () => window.holdsBreath ? setTimeout(end, 20) : words.onend();
                setTimeout(end, 0);
              },
            });
            Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
            """;

    /** A browser that lets no page be heard before a press; the one that the tests drive lets every page. */
    private static final String SILENT_UNTIL_PRESSED = """
            Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } });
            const Heard = window.AudioContext;
            window.AudioContext = class extends Heard {
              pressed = false;
              get state() { return this.pressed ? super.state : 'suspended'; }
              resume() { this.pressed = true; return super.resume(); }
            };
            """;

    @Autowired
    private PeopleService people;

    @Autowired
    private PointsService points;

    @Autowired
    private QueueService queue;

    @Autowired
    private StaffingService staffing;

    private ServicePoint centre;
    private List<Counter> counters;

    @BeforeEach
    void atTheCounters() {
        centre = points.pointBySlug("keskusta").orElseThrow();
        var aino = agent("aino");
        counters = points.counters(aino.organisation(), centre.id());
        staffing.stand(aino.organisation(), aino.id(), counters.get(0));
        var mikko = agent("mikko");
        staffing.stand(mikko.organisation(), mikko.id(), counters.get(1));
    }

    @AfterEach
    void nobodyIsLeftAtACounter() {
        for (var name : List.of("aino", "mikko")) {
            var agent = agent(name);
            Optional.ofNullable(queue.withEach(agent.organisation()).get(agent.id()))
                    .ifPresent(ticket -> queue.noShow(agent.organisation(), ticket.id(), AT_KIOSK));
            staffing.leaveCounter(agent.organisation(), agent.id());
        }
    }

    @Test
    void aCallIsSeenOnBothBoardsOfThePointAndHeardInThePersonsOwnLanguageFirst() {
        var board = board("/board/keskusta");
        var other = board("/board/keskusta");
        var ticket = take(Language.EN);

        call("aino", ticket);

        for (var one : List.of(board, other)) {
            assertThat(one.locator(".now .number")).hasText(Integer.toString(ticket.number()));
            heard(
                    one,
                    "en: Number %d, counter 1".formatted(ticket.number()),
                    "fi: Numero %d, tiski 1".formatted(ticket.number()),
                    "sv: Nummer %d, disk 1".formatted(ticket.number()));
        }
    }

    @Test
    void theFlashIsCalmAndEndsAndWhoWantsNoMotionHasNone() {
        var board = board("/board/keskusta");
        var calm = board("/board/keskusta");
        calm.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        call("aino", take(Language.FI));

        assertThat(board.locator(".now.flash")).isVisible();
        // 1.2 seconds there and back: 0.8 flashes a second, where WCAG 2.3.1 allows three.
        assertThat(board.evaluate(FLASHES)).isEqualTo(List.of(1200, 3));
        assertThat(calm.locator(".now.flash")).isVisible();
        assertThat(calm.evaluate(FLASHES)).isEqualTo(List.of());
    }

    private static final String FLASHES = """
            () => document.querySelector('.now').getAnimations()
              .flatMap(flash => [flash.effect.getTiming().duration, flash.effect.getTiming().iterations])""";

    @Test
    void callsThatComeTogetherAreToldOneAfterTheOtherAndOneThatWasTakenBackIsNot() {
        var board = board("/board/keskusta");
        board.evaluate("() => { window.holdsBreath = true; }");
        var first = take(Language.FI);
        var second = take(Language.SV);
        call("aino", first);
        board.waitForFunction("() => window.said.length === 1");
        call("mikko", second);
        assertThat(board.locator(".now .number")).hasText(Integer.toString(second.number()));
        // Undone and gone before the board came to it; then called for good.
        queue.putBack(second.organisation(), second.id(), AT_KIOSK);
        assertThat(board.locator(".now .number")).hasText(Integer.toString(first.number()));
        var third = take(Language.EN);
        call("mikko", third);
        assertThat(board.locator(".now .number")).hasText(Integer.toString(third.number()));
        board.evaluate("() => { window.holdsBreath = false; }");

        board.waitForFunction("() => window.said.length === 6");
        assertThat(said(board))
                .startsWith("fi: Numero %d, tiski 1".formatted(first.number()))
                .contains("en: Number %d, counter 2".formatted(third.number()))
                .noneMatch(words -> words.contains(" %d,".formatted(second.number())));
        queue.leave(second.organisation(), second.id(), AT_KIOSK);
    }

    @Test
    void aSecondCallIsHeardAgain() {
        var board = board("/board/keskusta");
        var ticket = take(Language.SV);
        call("aino", ticket);
        board.waitForFunction("() => window.said.length === 3");

        queue.callAgain(ticket.organisation(), ticket.id(), AT_KIOSK);

        board.waitForFunction("() => window.said.length === 6");
        assertThat(said(board).get(3)).isEqualTo("sv: Nummer %d, disk 1".formatted(ticket.number()));
    }

    @Test
    void aBoardOfOneCounterAndAQuietBoardKeepToTheirOwn() {
        var ofTheSecond = board("/board/keskusta?counters=2");
        var quiet = board("/board/keskusta?voice=off");
        var first = take(Language.FI);
        var second = take(Language.FI);
        call("mikko", second);
        assertThat(ofTheSecond.locator(".now .number")).hasText(Integer.toString(second.number()));
        call("aino", first);

        assertThat(quiet.locator(".now .number")).hasText(Integer.toString(first.number()));
        assertThat(quiet.locator(".now.flash")).isVisible();
        assertThat(ofTheSecond.locator(".now .number")).hasText(Integer.toString(second.number()));
        ofTheSecond.waitForFunction("() => window.said.length === 3");
        assertThat(said(quiet)).isEmpty();
        assertThat(said(ofTheSecond)).noneMatch(words -> words.contains(" %d,".formatted(first.number())));
    }

    @Test
    void nothingThatWasCalledBeforeIsSaidWhenTheBoardComesUpAgain() {
        var before = take(Language.FI);
        call("aino", before);
        var board = board("/board/keskusta");
        assertThat(board.locator(".now .number")).hasText(Integer.toString(before.number()));
        var after = take(Language.FI);

        call("mikko", after);

        board.waitForFunction("() => window.said.length === 3");
        assertThat(said(board)).noneMatch(words -> words.contains(" %d,".formatted(before.number())));
    }

    @Test
    void aBoardThatLostTheServerSaysSinceWhenAndCallsNothingOldWhenItIsBack() {
        var board = board("/board/keskusta");
        var ticket = take(Language.FI);
        board.context().setOffline(true);
        assertThat(board.locator("[data-away]")).isVisible();
        assertThat(board.locator("[data-since]")).hasText(Pattern.compile("\\d{1,2}\\.\\d{2}"));
        // Two minutes go by on the board before it hears of the call.
        board.evaluate("() => { const now = Date.now; Date.now = () => now() + 120000; }");
        call("aino", ticket);
        board.context().setOffline(false);

        assertThat(board.locator(".now .number"))
                .hasText(Integer.toString(ticket.number()), new HasTextOptions().setTimeout(40000));
        assertThat(board.locator("[data-away]")).isHidden();
        assertThat(said(board)).isEmpty();
        var next = take(Language.FI);
        board.evaluate("() => { const now = Date.now; Date.now = () => now() - 120000; }");
        call("mikko", next);
        board.waitForFunction("() => window.said.length === 3");
        assertThat(said(board)).contains("fi: Numero %d, tiski 2".formatted(next.number()));
    }

    @Test
    void aCounterThatThereIsNotLeadsToTheChoiceOfBoards() {
        assertThat(open(Screen.BOARD, "/board/keskusta?counters=99").locator("main h1"))
                .hasText("Minkä palvelupisteen taulu?");
    }

    @Test
    void aBrowserThatWantsAPressFirstIsGivenOneToPress() {
        var window = window(Screen.BOARD);
        window.addInitScript(SILENT_UNTIL_PRESSED);
        var board = visit(window.newPage(), "/board/keskusta");
        var button = board.locator("[data-sound]");
        assertThat(button).isVisible();
        Audit.axe(board, "board, sound off");
        Look.shot(board, "board-sound");

        button.click();

        assertThat(button).isHidden();
    }

    @Test
    void itIsReadFromTheBackOfTheRoomOnEachPanel() {
        call("aino", take(Language.FI));
        call("mikko", take(Language.FI));
        var board = board("/board/keskusta");
        for (var panel : List.of(new int[] {1920, 1080}, new int[] {1080, 1920}, new int[] {3840, 2160})) {
            board.setViewportSize(panel[0], panel[1]);
            Look.shot(board, "board-%d".formatted(panel[0]));
            // A panel of 55 inches is 1.43 m across its corners; 0.3 degrees at 8 m are 42 mm.
            var pixelsPerMillimetre = Math.hypot(panel[0], panel[1]) / (55 * 25.4);
            var smallest = (Double) board.evaluate("""
                    () => Math.min(...[...document.querySelectorAll('.now *, .before li *, .clock')]
                      .filter(part => part.getClientRects().length > 0 && part.textContent.trim())
                      .map(part => parseFloat(getComputedStyle(part).fontSize) * 0.668))""");
            assertThat(smallest / pixelsPerMillimetre).isGreaterThanOrEqualTo(42);
            assertThat(board.evaluate("""
                    () => {
                      const inside = (part, of) => part.left >= of.left - 1 && part.right <= of.right + 1
                        && part.top >= of.top - 1 && part.bottom <= of.bottom + 1;
                      const glass = new DOMRect(0, 0, innerWidth, innerHeight);
                      const boxes = [...document.querySelectorAll('.board:not([hidden]) :is(.now, .before li, .board-head)')];
                      const over = (box, of) => inside(box.getBoundingClientRect(), of) ? [] : [box.outerHTML];
                      return boxes.flatMap(box => [
                        ...over(box, glass),
                        ...[...box.children].filter(part => part.getClientRects().length > 0).flatMap(part => over(part, box.getBoundingClientRect())),
                      ]);
                    }""")).as("what is cut or runs over").isEqualTo(List.of());
        }
    }

    private Page board(String path) {
        var window = window(Screen.BOARD);
        window.addInitScript(VOICES);
        return visit(window.newPage(), path);
    }

    private static void heard(Page board, String... words) {
        board.waitForFunction("() => window.said.length >= 3");
        assertThat(said(board)).containsExactly(words);
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(Page board) {
        return (List<String>) board.evaluate("() => window.said");
    }

    private Ticket take(Language language) {
        return ((Take.Taken) queue.take(centre, UUID.randomUUID(), language, AT_KIOSK, Optional.empty())).ticket();
    }

    private void call(String name, Ticket ticket) {
        var agent = agent(name);
        Optional.ofNullable(queue.withEach(agent.organisation()).get(agent.id()))
                .ifPresent(with -> queue.noShow(agent.organisation(), with.id(), AT_KIOSK));
        queue.call(agent.organisation(), agent.id(), ticket.id());
    }

    private Agent agent(String name) {
        return people.credentials(name).orElseThrow().agent();
    }
}
