package fi.tiski.surface.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
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
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.Pictogram;
import java.util.List;
import java.util.stream.Collectors;

/** The board of one point, read from the back of the room. */
final class BoardScreen extends Main {

    private static final int KEPT_CALLS = 12;

    private final Section now = new Section();
    private final OrderedList before = new OrderedList();
    private final Div heard = new Div();

    /** @param aloud whether calls are spoken in this room */
    BoardScreen(ServicePoint point, boolean aloud) {
        addClassName("board");
        getElement().setAttribute("data-spoken", Boolean.toString(aloud));
        setId("main");
        var mark = new Span(new Image(Address.of("tiski/logo.svg"), ""), new InEach(point.name()::in));
        mark.addClassName("mark");
        var head = new Header(mark);
        head.addClassName("board-head");
        head.add(soundOn());
        head.getElement()
                .appendChild(new Element("time")
                        .setAttribute("class", "clock")
                        .setAttribute("data-clock", point.zone().getId()));
        now.addClassName("now");
        before.addClassName("before");
        before.getElement().setAttribute("role", "list").setAttribute("aria-label", say(Language.FI, "board.before"));
        heard.addClassName("only-heard");
        LiveRegion.named(say(Language.FI, "kit.live"), heard);
        add(head, now, before, heard);
    }

    /**
     * What stands there from now on.
     *
     * @param calls those that have just been made, in their order: told by sight and by voice
     */
    void show(QueueBoard board, List<Line> calls) {
        var sheet = BoardSheet.of(board);
        getElement()
                .setAttribute(
                        "data-calling",
                        board.calling().stream().map(BoardSheet::mark).collect(Collectors.joining(" ")));
        now.removeAll();
        sheet.now().ifPresentOrElse(this::calling, this::nobody);
        before.removeAll();
        sheet.soon().forEach(line -> before.add(soon(line)));
        sheet.before().forEach(line -> before.add(row(line)));
        before.setVisible(!sheet.soon().isEmpty() || !sheet.before().isEmpty());
        calls.forEach(this::announce);
    }

    /** Shown by the browser while it wants a press before it lets a page be heard; never under a kiosk's profile. */
    private static NativeButton soundOn() {
        var button = new NativeButton();
        button.add(new Pictogram("speaker"), new InEach(language -> say(language, "board.sound")));
        button.addClassName("sound-on");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("data-sound", true)
                .setAttribute("hidden", true);
        return button;
    }

    private void calling(Line line) {
        now.setClassName("nobody", false);
        var label = new H1(new InEach(language -> say(language, "board.now")));
        label.addClassName("label");
        var number = new Paragraph(Integer.toString(line.number()));
        number.addClassName("number");
        number.getElement().setAttribute("data-line", BoardSheet.mark(line));
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
        var item = new ListItem(
                number,
                new Span(new InEach(language -> say(language, "board.counter")), new Span(" " + line.counter())));
        item.getElement().setAttribute("data-line", BoardSheet.mark(line));
        return item;
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

    /**
     * Once, in each language: whoever listens hears their own. The browser's voice reads these very words. Those of the
     * last calls stay, because the browser may be told of several at once.
     */
    private void announce(Line line) {
        var call = new Div();
        call.getElement()
                .setAttribute("data-call", BoardSheet.mark(line))
                .setAttribute("data-at", Long.toString(line.calledAt().toEpochMilli()));
        for (var language : BoardSheet.spokenTo(line)) {
            var words = new Paragraph(BoardSheet.heard(line, language));
            words.getElement().setAttribute("lang", language.tag());
            call.add(words);
        }
        heard.add(call);
        while (heard.getComponentCount() > KEPT_CALLS) {
            heard.remove(heard.getComponentAt(0));
        }
    }

    private static String say(Language language, String key) {
        return Texts.say(language, key);
    }
}
