package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.kit.ActionButton;
import java.util.List;

/** Every key that does something at the desk. The question mark opens it, and Escape closes it: the browser's own dialog. */
@Tag("dialog")
final class Keys extends HtmlContainer {

    private static final String ID = "desk-keys";

    /** In the order in which a day needs them. */
    private static final List<String> LETTERS =
            List.of("N", "S", "V", "G", "A", "Z", "X", "O", "L", "P", "K", "U", "H", "T");

    Keys() {
        setId(ID);
        addClassName("keys");
        var title = new H2(say("desk.keys.title"));
        title.setId(ID + "-title");
        getElement().setAttribute("aria-labelledby", ID + "-title").setAttribute("data-keys", true);
        var list = new Element("dl");
        LETTERS.forEach(letter -> list.appendChild(line("Alt+" + letter, say("desk.keys." + letter))));
        list.appendChild(line("?", say("desk.keys.help")), line("Esc", say("desk.keys.escape")));
        var close = ActionButton.primary(say("desk.keys.close"), () -> {});
        close.getElement().removeAttribute("data-once").setAttribute("data-close", true);
        add(title, new Paragraph(say("desk.keys")));
        getElement().appendChild(list, close.getElement());
    }

    private static Element line(String key, String does) {
        return new Element("div")
                .appendChild(
                        new Element("dt").appendChild(new Element("kbd").setText(key)),
                        new Element("dd").setText(does));
    }

    /** For those who do not know the question mark yet. */
    NativeButton opener() {
        var button = ActionButton.quiet(say("desk.keys.open"), () -> {});
        button.withPictogram("keyboard");
        button.getElement().removeAttribute("data-once").setAttribute("data-opens", ID);
        return button;
    }
}
