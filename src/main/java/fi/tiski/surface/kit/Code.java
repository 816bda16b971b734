package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;

/** A code to be said or written down: letters apart for the eye, one by one for the ear. */
@Tag("p")
public final class Code extends HtmlContainer {

    public Code(String code) {
        addClassName("code");
        Own.mark(this);
        var seen = new Span(code);
        seen.getElement().setAttribute("aria-hidden", "true");
        // A paragraph may not carry aria-label; words that only the ear gets may stand in it.
        var heard = new Span(spelled(code));
        heard.addClassName("only-heard");
        add(seen, heard);
    }

    /** "KUUSI 482" is "KUUSI, 4 8 2": words stay words, digits and mixed groups come one by one. */
    static String spelled(String code) {
        return code.strip()
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("[\\s-]+")))
                .map(Code::group)
                .collect(Collectors.joining(", "));
    }

    private static String group(String group) {
        if (group.length() > 3 && group.chars().allMatch(Character::isLetter)) {
            return group;
        }
        return group.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
