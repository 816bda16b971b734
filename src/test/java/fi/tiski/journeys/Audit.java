package fi.tiski.journeys;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a machine can find of barriers, which is a third of them at most. Whatever axe is unsure of counts as found until
 * somebody has looked at it and written the reason here.
 */
public final class Audit {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What passed is not told: telling it takes longer than finding it. */
    private static final List<String> RESULTS = List.of("violations", "incomplete");

    /** What axe could not decide by itself, with what a person found who did look. */
    private static final List<LookedAt> LOOKED_AT = List.of(
            new LookedAt(
                    "color-contrast",
                    ".human",
                    "the bar is opaque and lies over the page that scrolls beneath it; Contrast measures it"),
            new LookedAt(
                    "color-contrast",
                    "#still-there",
                    "the question is opaque and lies over a page that is inert meanwhile; its words have the page's colours"),
            new LookedAt(
                    "color-contrast",
                    ".number",
                    "a number of one digit is too short for axe to be text; it has the colours of the words beside it"),
            new LookedAt(
                    "video-caption",
                    "video",
                    "the live picture of somebody in a meeting: nothing is there to be captioned before; words are written "
                            + "beside it as they are thought"));

    /** How many pixels of the part that scrolls farthest are out of sight. */
    private static final String HIDDEN_BY_SCROLLING = """
            () => Math.ceil(Math.max(0, ...[...document.body.querySelectorAll('*')]
              .filter((part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowY))
              .map((part) => part.scrollHeight - part.clientHeight)))""";

    private record LookedAt(String rule, String target, String found) {

        boolean covers(Rule rule) {
            return rule.getId().equals(this.rule)
                    && rule.getNodes().stream()
                            .allMatch(node -> String.valueOf(node.getTarget()).contains(target));
        }
    }

    private Audit() {}

    /** Fails on every barrier found. {@code name} is the page's, the same in every language and look. */
    public static void axe(Page page, String name) {
        var results = axe(page).analyze();
        var unsure = results.getIncomplete().stream()
                .filter(rule -> LOOKED_AT.stream().noneMatch(known -> known.covers(rule)))
                .toList();
        AuditReport.note(
                name,
                attribute(page, "lang"),
                attribute(page, "data-frame") + ", " + look(page),
                results.getViolations().size(),
                unsure.size());
        assertThat(results.getViolations())
                .as("barriers on %s\n%s", name, told(results.getViolations()))
                .isEmpty();
        assertThat(unsure)
                .as("what axe could not decide on %s: look, then mend it or give the reason\n%s", name, told(unsure))
                .isEmpty();
    }

    /**
     * Of a page that scrolls in parts, such as the desk, or under the bar: what is cut at an edge axe cannot decide, so all
     * of it is in sight for once.
     */
    public static void whole(Page page, String name) {
        var size = page.viewportSize();
        var high = Math.max(2400, 2 * size.height);
        page.setViewportSize(size.width, high);
        page.setViewportSize(size.width, high + ((Number) page.evaluate(HIDDEN_BY_SCROLLING)).intValue());
        axe(page, name);
        page.setViewportSize(size.width, size.height);
    }

    /**
     * In the page itself: putting the findings together on a page of axe's own, which guards them against a page that
     * tampers with them, takes five times as long.
     */
    private static AxeBuilder axe(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(RESULTS);
        return new AxeBuilder(page).options(options).withTags(TAGS).setLegacyMode(true);
    }

    private static String look(Page page) {
        var look = attribute(page, "data-look");
        var text = attribute(page, "data-text");
        return (look.isEmpty() ? "light" : look) + (text.isEmpty() ? "" : ", " + text + " %");
    }

    private static String attribute(Page page, String name) {
        var value = page.locator("html").getAttribute(name);
        return value == null ? "" : value;
    }

    private static String told(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "  %s: %s\n    %s\n    %s"
                                .formatted(
                                        rule.getId(),
                                        rule.getHelp(),
                                        node.getHtml(),
                                        String.valueOf(node.getFailureSummary()).replace("\n", "\n    "))))
                .collect(joining("\n"));
    }
}
