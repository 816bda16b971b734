package fi.tiski.surface.board;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.platform.text.Texts;

/** In the place of the board while the server is away: numbers that may be old are worse than none. */
final class BoardAway extends Main {

    BoardAway() {
        addClassNames("board", "board-away");
        getElement().setAttribute("hidden", true).setAttribute("data-away", true);
        var since = new Paragraph(new InEach(language -> Texts.say(language, "board.away.since")), new Span(" "));
        since.getElement().appendChild(new Element("time").setAttribute("data-since", true));
        var title = new H1(new InEach(language -> Texts.say(language, "board.away.title")));
        title.getElement().setAttribute("tabindex", "-1");
        var box = new Section(
                title, since, new Paragraph(new InEach(language -> Texts.say(language, "board.away.listen"))));
        box.addClassNames("now", "nobody");
        add(new Header(), box);
    }
}
