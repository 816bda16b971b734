package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Main;
import fi.tiski.surface.kit.Markup;
import org.springframework.web.util.HtmlUtils;

/** Stands in the place of the case while the server is away: the browser shows it, says since when, and takes it away. */
final class AwayNote extends Main {

    AwayNote() {
        addClassNames("desk-case", "desk-away");
        getElement().setAttribute("hidden", true).setAttribute("data-away", true);
        Markup.into(
                getElement(),
                Markup.pictogram("clock"),
                Markup.of("h1", "tabindex=\"-1\"", say("desk.away.title")),
                new Markup("<p>" + HtmlUtils.htmlEscape(say("desk.away.since")) + " <time data-since></time></p>"),
                Markup.of("p", "", say("desk.away.kept")));
    }
}
