package fi.tiski.surface.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.QueueBoard;
import fi.tiski.domain.queue.QueueBoard.Line;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Pictogram;

/** The board of one point, read from the back of the room. */
final class BoardScreen extends Main {

    private final Section now = new Section();
    private final OrderedList before = new OrderedList();
    private final Div heard = new Div();

    BoardScreen(ServicePoint point) {
        addClassName("board");
        setId("main");
        var mark = new Span(new Image(Address.of("tiski/logo.svg"), ""), new InEach(point.name()::in));
        mark.addClassName("mark");
        var head = new Header(mark);
        head.addClassName("board-head");
        head.getElement()
                .appendChild(new Element("time")
                        .setAttribute("class", "clock")
                        .setAttribute("data-clock", point.zone().getId()));
        now.addClassName("now");
        before.addClassName("before");
        before.getElement().setAttribute("role", "list").setAttribute("aria-label", say(Language.FI, "board.before"));
        heard.addClassName("only-heard");
        heard.getElement().setAttribute("role", "status");
        add(head, now, before, heard);
    }

    /** What stands there from now on; {@code aloud} when a call has just been made. */
    void show(BoardSheet sheet, boolean aloud) {
        now.removeAll();
        sheet.now().ifPresentOrElse(this::calling, this::nobody);
        before.removeAll();
        sheet.soon().forEach(line -> before.add(soon(line)));
        sheet.before().forEach(line -> before.add(row(line)));
        before.setVisible(!sheet.soon().isEmpty() || !sheet.before().isEmpty());
        if (aloud) {
            heard.removeAll();
            sheet.now().ifPresent(this::announce);
        }
    }

    private void calling(Line line) {
        now.setClassName("nobody", false);
        var label = new H1(new InEach(language -> say(language, "board.now")));
        label.addClassName("label");
        var number = new Paragraph(Integer.toString(line.number()));
        number.addClassName("number");
        var way = new Pictogram("forward");
        way.getElement().setAttribute("class", "pictogram way");
        var place = new Paragraph(new InEach(language -> say(language, "board.counter")), new Span(" "));
        place.addClassName("place");
        place.getElement().appendChild(new Element("b").setText(line.counter()));
        now.add(label, number, way, place);
    }

    private void nobody() {
        now.setClassName("nobody", true);
        now.add(new H1(new InEach(language -> say(language, "board.nobody"))));
    }

    private static ListItem row(Line line) {
        var number = new Span(Integer.toString(line.number()));
        number.addClassName("number");
        return new ListItem(
                number,
                new Span(new InEach(language -> say(language, "board.counter")), new Span(" " + line.counter())));
    }

    /** Whoever was passed on sees that they have not been forgotten. */
    private static ListItem soon(QueueBoard.Moving line) {
        var number = new Span(Integer.toString(line.number()));
        number.addClassName("number");
        var item = new ListItem(
                number, new Span(new InEach(language -> say(language, "board.soon")), new Span(" " + line.counter())));
        item.addClassName("soon");
        return item;
    }

    /** Once, in each language: whoever listens hears their own. */
    private void announce(Line line) {
        for (var language : BoardSheet.LANGUAGES) {
            var words = new Paragraph(BoardSheet.heard(line, language));
            words.getElement().setAttribute("lang", language.tag());
            heard.add(words);
        }
    }

    private static String say(Language language, String key) {
        return Texts.say(language, key);
    }
}
