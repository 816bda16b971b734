package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Main;
import fi.tiski.surface.kit.Markup;

/** Stands in the place of the page while the server is away: the browser shows it, and takes it away. */
final class AwayNote extends Main {

    AwayNote() {
        addClassNames("manage-main", "manage-away");
        getElement().setAttribute("hidden", true).setAttribute("data-away", true);
        Markup.into(
                getElement(),
                Markup.pictogram("clock"),
                Markup.of("h1", "tabindex=\"-1\"", say("manage.away.title")),
                Markup.of("p", "", say("manage.away.lead")));
    }
}
