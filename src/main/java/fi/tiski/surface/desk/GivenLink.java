package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.LiveRegion;

/** A link, to copy into whatever the agent sends it by, or to read out. It is shown once: it is kept nowhere. */
final class GivenLink extends Div {

    private final String id;
    private final NativeLabel label = new NativeLabel();
    private final Element address =
            new Element("input").setAttribute("readonly", true).setAttribute("type", "text");
    private final Paragraph copied = new Paragraph();

    /** @param name unique on the page */
    GivenLink(String name) {
        id = "link-" + name;
        addClassNames("given-link", "field");
        address.setAttribute("id", id);
        label.getElement().setAttribute("for", id);
        LiveRegion.named(say("desk.guests.copy"), copied);
        copied.addClassName("hint");
        getElement().appendChild(label.getElement(), address);
        add(ActionButton.secondary(say("desk.guests.copy"), this::copy).withPictogram("note"), copied);
        setVisible(false);
    }

    void show(String about, String link) {
        label.setText(about);
        address.setAttribute("value", link).setProperty("value", link);
        copied.setText("");
        setVisible(true);
        address.executeJs("this.focus(); this.select()");
    }

    /** Also where a browser has no clipboard for a page: then it stands selected, for the keys that copy. */
    private void copy() {
        address.executeJs("this.select(); navigator.clipboard?.writeText(this.value).catch(() => {})");
        copied.setText(say("desk.guests.copied"));
    }

    void hide() {
        setVisible(false);
    }
}
