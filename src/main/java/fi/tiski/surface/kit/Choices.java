package fi.tiski.surface.kit;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A list of {@link Choice}s, so that the ear hears how many there are. At most five at a kiosk. */
public final class Choices extends UnorderedList {

    public Choices(Choice... choices) {
        this(List.of(choices));
    }

    public Choices(List<Choice> choices) {
        addClassName("choices");
        // Safari drops the list role from lists without bullets.
        getElement().setAttribute("role", "list");
        choices.forEach(choice -> add(new ListItem(choice)));
    }

    /** Smaller cards in columns, for more than five answers at home. */
    public Choices compact() {
        addClassName("compact");
        return this;
    }
}
