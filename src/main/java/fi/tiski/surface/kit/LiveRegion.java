package fi.tiski.surface.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/**
 * Where something changes by itself and is read aloud when it does. It is on the page before its words are: one that comes up
 * together with them is not heard. Its name tells whoever comes to it what is told here.
 */
public final class LiveRegion {

    private LiveRegion() {}

    public static <C extends Component> C named(String name, C part) {
        name(name, part.getElement());
        return part;
    }

    static void name(String name, Element part) {
        part.setAttribute("role", "status").setAttribute("aria-label", name);
    }
}
