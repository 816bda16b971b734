package fi.tiski.surface.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.regex.Pattern;

/** A picture beside words that say the same; assistive technology passes it by. */
@Tag("svg")
public final class Pictogram extends Component {

    private static final Pattern ID = Pattern.compile("[a-z-]+");

    /** {@code id} is a symbol of {@code tiski/pictograms/pictograms.svg}. */
    public Pictogram(String id) {
        getElement()
                .setAttribute("class", "pictogram")
                .setAttribute("aria-hidden", "true")
                .setAttribute("focusable", "false")
                .setProperty("innerHTML", use(id));
    }

    /** The same as markup. */
    static String svg(String id) {
        return "<svg class=\"pictogram\" aria-hidden=\"true\" focusable=\"false\">" + use(id) + "</svg>";
    }

    private static String use(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not a pictogram: " + id);
        }
        return "<use href=\"" + sprite() + "#" + id + "\"></use>";
    }

    /** From the root: a page's own address changes as the person moves, and relative addresses with it. */
    static String sprite() {
        return Address.of("tiski/pictograms/pictograms.svg");
    }
}
