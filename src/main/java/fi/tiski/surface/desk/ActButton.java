package fi.tiski.surface.desk;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.desk.Offer.Offered;
import fi.tiski.surface.kit.Pictogram;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A button whose meaning may change under the focus: it stays the same element. One press counts until it is answered.
 *
 * <p>What happens elsewhere can change it at the moment it is pressed. The browser says what stood on it, and a press that
 * meant something else does nothing.
 */
@JsModule("context://tiski/tiski.js")
final class ActButton extends NativeButton {

    private final Span words = new Span();
    private @Nullable Pictogram pictogram;
    private @Nullable Element key;
    private @Nullable Offered offered;

    /** What the browser showed when it was pressed: the button's native {@code value}. */
    private static final String SHOWN = "value";

    ActButton(String style, Consumer<Act> pressed, Runnable changedMeanwhile) {
        addClassName(style);
        getElement().setAttribute("type", "button").setAttribute("data-once", true);
        add(words);
        getElement().addPropertyChangeListener(SHOWN, "click", shown -> {});
        addClickListener(click -> {
            var now = offered;
            try {
                if (now != null
                        && now.act()
                                .tag()
                                .equals(getElement()
                                        .getProperty(SHOWN, now.act().tag()))) {
                    pressed.accept(now.act());
                } else {
                    changedMeanwhile.run();
                }
            } finally {
                getElement().executeJs("window.Tiski.answered(this)");
            }
        });
    }

    void offer(Offered now) {
        var before = offered;
        offered = now;
        words.setText(now.words());
        if (before != null && before.act() == now.act()) {
            return;
        }
        getElement()
                .setAttribute("data-act", now.act().tag())
                .setAttribute(SHOWN, now.act().tag());
        if (pictogram != null) {
            remove(pictogram);
        }
        pictogram = new Pictogram(now.act().pictogram());
        addComponentAsFirst(pictogram);
        if (key != null) {
            key.removeFromParent();
        }
        key = null;
        getElement().removeAttribute("data-key").removeAttribute("aria-keyshortcuts");
        now.act().key().ifPresent(letter -> {
            key = Parts.key(letter);
            getElement().setAttribute("data-key", letter).setAttribute("aria-keyshortcuts", "Alt+" + letter);
            getElement().appendChild(key);
        });
    }

    String words() {
        return words.getText();
    }
}
