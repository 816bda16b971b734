package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.kit.Pictogram;

/** Stands in the place of the case while the server is away: the browser shows it, says since when, and takes it away. */
final class AwayNote extends Main {

    AwayNote() {
        addClassNames("desk-case", "desk-away");
        getElement().setAttribute("hidden", true).setAttribute("data-away", true);
        var title = new H1(say("desk.away.title"));
        title.getElement().setAttribute("tabindex", "-1");
        var since = new Paragraph(say("desk.away.since") + " ");
        since.getElement().appendChild(new Element("time").setAttribute("data-since", true));
        add(new Pictogram("clock"), title, since, new Paragraph(say("desk.away.kept")));
    }
}
