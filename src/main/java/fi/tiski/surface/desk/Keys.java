package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Markup;
import java.util.List;
import java.util.stream.Stream;

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
        getElement().setAttribute("aria-labelledby", ID + "-title").setAttribute("data-keys", true);
        var lines = Stream.concat(
                        LETTERS.stream().map(letter -> line("Alt+" + letter, say("desk.keys." + letter))),
                        Stream.of(line("?", say("desk.keys.help")), line("Esc", say("desk.keys.escape"))))
                .toArray(Markup[]::new);
        Markup.into(
                getElement(),
                Markup.of("h2", "id=\"" + ID + "-title\"", say("desk.keys.title")),
                Markup.of("p", "", say("desk.keys")),
                Markup.of("dl", "", lines),
                Markup.of("button", "type=\"button\" class=\"button primary\" data-close", say("desk.keys.close")));
    }

    private static Markup line(String key, String does) {
        return Markup.of("div", "", Markup.of("dt", "", Markup.of("kbd", "", key)), Markup.of("dd", "", does));
    }

    /** For those who do not know the question mark yet. */
    NativeButton opener() {
        var button = ActionButton.quiet(say("desk.keys.open"), () -> {});
        button.withPictogram("keyboard");
        button.getElement().removeAttribute("data-once").setAttribute("data-opens", ID);
        return button;
    }
}
