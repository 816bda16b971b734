package fi.tiski.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import fi.tiski.platform.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What axe does not see, on every page that a customer can come to: a second engine, millimetres, the focus by its pixels,
 * narrow windows, wider spacing, what lies over what, and what assistive technology is given.
 */
class AuditsTest extends Journey {

    @Test
    void everyPageAtAKioskPassesEveryAudit() {
        var page = open(Screen.KIOSK, "/kiosk/keskusta-1");
        var customer = new Customer(page, Language.FI);
        var ring = new FocusRing();
        var tree = new Tree();
        var found = new ArrayList<String>();
        tree.look(page.locator(".frame-head"), "kiosk-head");
        tree.look(page.locator(".human-bar"), "kiosk-bar");
        new CustomerPages(customer, true, name -> {
                    note(found, () -> SecondEngine.findsNothing(page, name));
                    note(found, () -> Millimetres.areEnough(page, name));
                    note(found, () -> Targets.areNotCovered(page));
                    note(found, () -> ring.isSeenEverywhere(page, name));
                    note(found, () -> LiveRegions.areNamed(page, name));
                    tree.look(shown(page, name), "kiosk-" + name);
                })
                .all();
        assertThat(found).isEmpty();
        tree.areAsTheyWereRead();
    }

    @Test
    void everyPageAtHomePassesEveryAudit() {
        var page = open(Screen.PHONE, "/");
        var customer = new Customer(page, Language.FI);
        var ring = new FocusRing();
        var tree = new Tree();
        var found = new ArrayList<String>();
        tree.look(page.locator(".frame-head"), "home-head");
        new CustomerPages(customer, false, name -> {
                    note(found, () -> SecondEngine.findsNothing(page, name));
                    note(found, () -> Targets.areLargeEnough(page));
                    note(found, () -> Reflow.losesNothing(page));
                    note(found, () -> Reflow.standsWiderSpacing(page));
                    note(found, () -> ring.isSeenEverywhere(page, name));
                    tree.look(shown(page, name), "home-" + name);
                })
                .all();
        assertThat(found).isEmpty();
        tree.areAsTheyWereRead();
    }

    @Test
    void theDeskTheBoardAndTheWayInPassTheSecondEngine() {
        var tree = new Tree();
        var page = open(Screen.DESK, "/desk");
        SecondEngine.findsNothing(page, "sign-in");
        tree.look(page.locator("main:not([hidden])"), "sign-in");
        AgentAtDesk.signIn(page, "aino").act("call-next").waitFor();
        SecondEngine.findsNothing(page, "desk");
        var board = open(Screen.BOARD, "/board/keskusta");
        SecondEngine.findsNothing(board, "board");
        tree.areAsTheyWereRead();
    }

    /** The page, or the question that stands over it. */
    private static com.microsoft.playwright.Locator shown(Page page, String name) {
        return page.locator(name.equals("still-there") ? "[data-still-there]" : "main:not([hidden])");
    }

    /** All that is found in one walk, not the first alone. */
    private static void note(List<String> found, Runnable audit) {
        try {
            audit.run();
        } catch (AssertionError barrier) {
            found.add(String.valueOf(barrier.getMessage()));
        }
    }

    /** One barrier for each audit, put into a page that has none. */
    private enum Barrier {
        A_FIELD_WITHOUT_A_NAME(
                Screen.KIOSK,
                "document.querySelector('main:not([hidden])').append(document.createElement('input'))",
                page -> SecondEngine.findsNothing(page, "seeded")),
        NEWS_WITHOUT_A_NAME(
                Screen.KIOSK,
                "document.querySelector('main:not([hidden])').append(Object.assign(document.createElement('p'), { role: 'status' }))",
                page -> LiveRegions.areNamed(page, "seeded")),
        A_SMALL_BUTTON(
                Screen.KIOSK,
                "document.querySelector('.choice').style.cssText = 'width: 60px; min-width: 0'",
                page -> Millimetres.areEnough(page, "seeded")),
        TWO_BUTTONS_CLOSE_TOGETHER(
                Screen.KIOSK,
                "document.querySelectorAll('.choice')[1].style.marginTop = '-12px'",
                page -> Millimetres.areEnough(page, "seeded")),
        SMALL_PRINT(
                Screen.KIOSK,
                "document.querySelector('.choice .title').style.fontSize = '30px'",
                page -> Millimetres.areEnough(page, "seeded")),
        A_FOCUS_THAT_IS_NOT_SEEN(
                Screen.KIOSK,
                "document.querySelector('.choice').style.cssText = 'outline: 0; box-shadow: none'",
                page -> new FocusRing().isSeenEverywhere(page, "seeded")),
        A_WIDE_PICTURE(
                Screen.PHONE,
                "document.querySelector('main:not([hidden]) h1').style.minWidth = '1200px'",
                Reflow::losesNothing),
        A_BOX_THAT_DOES_NOT_GROW(
                Screen.PHONE,
                "document.querySelector('main:not([hidden]) h1').style.cssText = "
                        + "'width: max-content; max-width: 12ch; white-space: nowrap; overflow: hidden'",
                Reflow::standsWiderSpacing),
        A_CLOTH_OVER_EVERYTHING(
                Screen.KIOSK,
                "document.body.append(Object.assign(document.createElement('div'), { id: 'cloth' }));"
                        + "document.getElementById('cloth').style.cssText = 'position: fixed; inset: 0; z-index: 99'",
                Targets::areNotCovered);

        private final Screen screen;
        private final String seed;
        private final Consumer<Page> audit;

        Barrier(Screen screen, String seed, Consumer<Page> audit) {
            this.screen = screen;
            this.seed = seed;
            this.audit = audit;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBarrierThatIsPutIntoAPageIsFound(Barrier barrier) {
        var page = open(barrier.screen, barrier.screen == Screen.KIOSK ? "/kiosk/keskusta-1/topics" : "/topics");
        barrier.audit.accept(page);

        page.evaluate("() => { " + barrier.seed + " }");

        assertThatThrownBy(() -> barrier.audit.accept(page)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aChangedNameIsSeenInTheTree() {
        var page = open(Screen.PHONE, "/topics").locator("main:not([hidden])");
        var before = Tree.of(page);
        assertThat(Tree.of(page)).isEqualTo(before).contains("heading", "button");

        page.locator(".choice").first().evaluate("(choice) => choice.setAttribute('aria-label', 'Click here')");

        assertThat(Tree.of(page)).isNotEqualTo(before);
    }
}
