package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;

/** What has happened, in order. */
@Tag("ol")
public final class Timeline extends HtmlContainer {

    public Timeline() {
        addClassName("timeline");
        getElement().setAttribute("role", "list");
    }

    /** {@code when} are the words for {@code at}; {@code title} says what happened. */
    public Timeline event(Instant at, String when, String title) {
        add(item(at, when, title));
        return this;
    }

    public Timeline event(Instant at, String when, String title, String detail) {
        var item = item(at, when, title);
        item.add(new Paragraph(detail));
        add(item);
        return this;
    }

    private static ListItem item(Instant at, String when, String title) {
        var time = new Element("time").setAttribute("datetime", at.toString()).setText(when);
        var titleLine = new Span(title);
        titleLine.addClassName("title");
        var item = new ListItem();
        item.getElement().appendChild(time);
        item.add(new Span(" "), titleLine);
        return item;
    }
}
