package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/** What is known, one line each: a term, its value and, where it may be changed, a button that does. */
@Tag("dl")
public final class Facts extends HtmlContainer {

    public Facts() {
        addClassName("facts");
    }

    public Facts fact(String pictogram, String term, String value) {
        return line(pictogram, term, value, null, false);
    }

    /** Of the person's own, such as their name: a kiosk says it into headphones only. */
    public Facts own(String pictogram, String term, String value) {
        return line(pictogram, term, value, null, true);
    }

    /** {@code change} is named after its words and the term, because ten buttons named "Change" are no help. */
    public Facts fact(String pictogram, String term, String value, ActionButton change) {
        return line(pictogram, term, value, named(change, term), false);
    }

    /** As {@link #own(String, String, String)}, with a button that changes it. */
    public Facts own(String pictogram, String term, String value, ActionButton change) {
        return line(pictogram, term, value, named(change, term), true);
    }

    private static ActionButton named(ActionButton change, String term) {
        return change.named(change.words() + ": " + term);
    }

    private Facts line(String pictogram, String term, String value, @Nullable ActionButton change, boolean own) {
        var line = new Div();
        var dt = new Element("dt");
        dt.setText(term);
        var dd = new Element("dd").setText(value).setAttribute("dir", "auto");
        if (own) {
            Own.mark(dd);
        }
        line.getElement().appendChild(new Pictogram(pictogram).getElement(), dt, dd);
        if (change != null) {
            // A list of facts may hold nothing but terms and values.
            line.getElement()
                    .appendChild(
                            new Element("dd").setAttribute("class", "change").appendChild(change.getElement()));
        }
        add(line);
        return this;
    }
}
