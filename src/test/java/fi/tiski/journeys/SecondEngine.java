package fi.tiski.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * IBM's Equal Access engine beside axe: it knows rules that axe has not, and reads some of the same ones more strictly.
 * What it suspects counts as found, too, until somebody has looked at it and written the reason here.
 */
final class SecondEngine {

    private static final String ENGINE = engine();

    private record LookedAt(String rule, String part, String found) {}

    /** What it found that is no barrier, with what a person found who did look. {@code part} stands in the element's code. */
    private static final List<LookedAt> LOOKED_AT = List.of(
            new LookedAt("style_color_misuse", "", "it asks of every style sheet; states have words"),
            new LookedAt(
                    "style_viewport_resizable",
                    "",
                    "the counter on the first page grows with the window and with the text; Targets and the walks at 200 % see it"),
            new LookedAt("style_focus_visible", "", "it asks of every outline; FocusRing looks at the pixels"),
            new LookedAt("element_tabbable_unobscured", "", "FocusRing asks at each stop what lies on top there"),
            new LookedAt(
                    "aria_content_in_landmark", "class=\"skip\"", "the way past the head stands before all landmarks"),
            new LookedAt("element_tabbable_visible", "class=\"skip\"", "it comes into sight with the focus"),
            new LookedAt(
                    "input_fields_grouped",
                    "",
                    "code and proof, name and telephone are one question, the page's heading"),
            new LookedAt("input_label_visible", "field-words", "its label stands above it"),
            new LookedAt(
                    "input_label_visible",
                    " aria-label=",
                    "at the desk three buttons have a sign alone, and their name as a hint"),
            new LookedAt(
                    "aria_descendant_valid",
                    "day-row",
                    "the time is part of the button's name, which is all that is heard"),
            new LookedAt(
                    "list_structure_proper",
                    "<dl",
                    "a picture that is hidden from assistive technology stands in each group of term and value"),
            new LookedAt(
                    "text_block_heading",
                    "",
                    "codes, numbers and labels are large or bold, and head nothing; headings are headings"));

    private SecondEngine() {}

    static void findsNothing(Page page, String name) {
        assertThat(found(page)).as("barriers on %s", name).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page) {
        if (!(Boolean) page.evaluate("() => Boolean(window.ace?.Checker)")) {
            page.evaluate(ENGINE);
        }
        var found = (List<Map<String, Object>>) page.evaluate("""
                async () => {
                  const report = await new ace.Checker().check(document, ['WCAG_2_2']);
                  return report.results
                    .filter(({ value }) => value[1] === 'FAIL' || value[1] === 'POTENTIAL')
                    .map(({ ruleId, value, message, snippet, path }) =>
                      ({ rule: ruleId, sure: value[1], message, code: snippet, path: path.dom }));
                }""");
        return found.stream()
                .filter(one -> LOOKED_AT.stream()
                        .noneMatch(known -> known.rule().equals(one.get("rule"))
                                && String.valueOf(one.get("code")).contains(known.part())))
                .map(one -> "%s (%s): %s\n    %s\n    %s"
                        .formatted(
                                one.get("rule"), one.get("sure"), one.get("message"), one.get("code"), one.get("path")))
                .toList();
    }

    private static String engine() {
        try (var packed =
                Objects.requireNonNull(SecondEngine.class.getResourceAsStream("/equal-access/ace-4.0.34.js.gz"))) {
            return new String(new GZIPInputStream(packed).readAllBytes(), UTF_8) + "\n;window.ace = ace;";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
