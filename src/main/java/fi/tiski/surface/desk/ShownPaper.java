package fi.tiski.surface.desk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import java.util.UUID;

/** A paper that the customer showed, small; a press opens it as large as it is, in a window of its own. */
@StyleSheet("context://tiski/sharing.css")
final class ShownPaper extends Anchor {

    /** @param name what the picture is called, for the ear */
    ShownPaper(UUID entry, String name) {
        var address = PaperPicture.address(entry);
        addClassName("shown-paper");
        getElement()
                .setAttribute("href", address)
                .setAttribute("target", "_blank")
                .setAttribute("rel", "noopener")
                .setAttribute("router-ignore", true);
        var picture = new Image();
        picture.getElement().setAttribute("src", address);
        picture.setAlt(name);
        picture.getElement().setAttribute("data-private", true);
        add(picture);
    }
}
