package fi.tiski.surface.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/** Marks what is somebody's own: a kiosk that reads aloud says it into headphones, and never through its loudspeaker. */
public final class Own {

    private Own() {}

    /** All that is in it, now and later. */
    public static <C extends Component> C mark(C part) {
        mark(part.getElement());
        return part;
    }

    static void mark(Element part) {
        part.setAttribute("data-private", true);
    }
}
