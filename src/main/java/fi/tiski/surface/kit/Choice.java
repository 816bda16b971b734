package fi.tiski.surface.kit;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** One big answer on a card: a pictogram, a title and, where it helps, one line more. */
@JsModule(Frame.SCRIPT)
public final class Choice extends NativeButton {

    private final Span words = new Span();
    private final Span title = new Span();
    private final Span detail = new Span();

    public Choice(String pictogram, String title, Runnable act) {
        addClassName("choice");
        getElement().setAttribute("type", "button").setAttribute("data-once", true);
        this.words.addClassName("words");
        this.title.addClassName("title");
        this.title.setText(title);
        this.detail.addClassName("detail");
        words.add(this.title);
        add(new Pictogram(pictogram), words);
        addClickListener(click -> {
            act.run();
            getElement().executeJs("window.Tiski.answered(this)");
        });
    }

    /** One line under the title; may change while the card is looked at ("3 people before you"). */
    public Choice detail(String line) {
        detail.setText(line);
        if (detail.getParent().isEmpty()) {
            // Between two blocks there is no space for the ear: "Here, now3 people".
            words.add(new Span(" "), detail);
        }
        return this;
    }

    /** Makes the card a toggle, chosen or not. */
    public Choice chosen(boolean chosen) {
        getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
        return this;
    }

    /** The language of the title, where it is not the page's: for the voice. It stays beside its pictogram. */
    public Choice titledIn(Locale language) {
        title.getElement().setAttribute("lang", language.toLanguageTag());
        return this;
    }

    public boolean isChosen() {
        return "true".equals(getElement().getAttribute("aria-pressed"));
    }

    public String title() {
        return title.getText();
    }
}
