package fi.tiski.surface.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.kit.Pictogram;
import java.util.List;

/** Small things that several parts of the desk are made of. */
final class Parts {

    private Parts() {}

    static Span span(String style, String words) {
        var span = new Span(words);
        span.addClassName(style);
        return span;
    }

    /** The key that does it too: seen, not read, for it stands in {@code aria-keyshortcuts} for the ear. */
    static Element key(String letter) {
        return new Element("kbd").setAttribute("aria-hidden", "true").setText("Alt+" + letter);
    }

    static Div needs(List<Badge> badges) {
        var needs = new Div();
        needs.addClassName("needs");
        badges.forEach(badge -> needs.add(badge(badge)));
        return needs;
    }

    private static Component badge(Badge badge) {
        var one = new Span(new Pictogram(badge.pictogram()), new Span(badge.words()));
        one.addClassName("need-badge");
        return one;
    }
}
