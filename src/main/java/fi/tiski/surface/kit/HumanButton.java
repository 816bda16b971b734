package fi.tiski.surface.kit;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/**
 * The way to a person, on every page, in the same place, under the same name. While the server is away it shows the
 * telephone number that the {@link Frame} keeps ready.
 */
@JsModule(Frame.SCRIPT)
public final class HumanButton extends NativeButton {

    private final Span words = new Span();

    public HumanButton(Runnable act) {
        addClassName("human");
        getElement().setAttribute("type", "button").setAttribute("data-human", true);
        words.setText(Words.say("kit.human.request"));
        add(new Pictogram("human"), words);
        addClickListener(click -> act.run());
    }

    /** Says its name again in the language that the page has now. */
    void reword() {
        words.setText(Words.say("kit.human.request"));
    }
}
