package fi.tiski.surface.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person can do.
 *
 * <p>An impatient double press is one press: in the browser the button goes {@code aria-disabled} until the answer is
 * there (it keeps the focus, which a disabled button loses), and here a second press in one round trip is dropped. What
 * creates something also hands {@link #press()} to its service, which knows a press it has seen.
 */
@JsModule(Frame.SCRIPT)
public class ActionButton extends NativeButton {

    private final UUID press = UUID.randomUUID();
    private final Span words = new Span();
    private @Nullable Pictogram pictogram;
    private boolean answering;

    private ActionButton(String classes, String words, Runnable act) {
        this.words.setText(words);
        add(this.words);
        getElement().setAttribute("type", "button").setAttribute("data-once", true);
        addClassNames(classes.split(" "));
        addClickListener(once(act));
    }

    /** What most people came to this page to press; one on a page. */
    public static ActionButton primary(String words, Runnable act) {
        return new ActionButton("button primary", words, act);
    }

    public static ActionButton secondary(String words, Runnable act) {
        return new ActionButton("button", words, act);
    }

    /** Looks like a link: a way out, or something that few need. */
    public static ActionButton quiet(String words, Runnable act) {
        return new ActionButton("button quiet", words, act);
    }

    /** Prints what the page's {@link Slip} shows; nothing is asked of the server. */
    public static ActionButton print(String words) {
        var button = primary(words, () -> {}).withPictogram("print");
        button.getElement().removeAttribute("data-once").setAttribute("data-print", true);
        return button;
    }

    public ActionButton withPictogram(String id) {
        if (pictogram != null) {
            remove(pictogram);
        }
        pictogram = new Pictogram(id);
        addComponentAsFirst(pictogram);
        return this;
    }

    /** A name for the ear where the words alone do not tell what is meant: "Change: name". Starts with the words. */
    public ActionButton named(String name) {
        getElement().setAttribute("aria-label", name);
        return this;
    }

    /** The key of this press, made when the button was: the same for each press of the same button. */
    public UUID press() {
        return press;
    }

    public String words() {
        return words.getText();
    }

    /** Changes the words in place, so that a button in use keeps the focus. */
    public void words(String changed) {
        words.setText(changed);
    }

    private ComponentEventListener<ClickEvent<NativeButton>> once(Runnable act) {
        return click -> {
            if (answering) {
                return;
            }
            answering = true;
            try {
                act.run();
            } finally {
                answered();
            }
        };
    }

    /** Ready again when the page that answers is on its way, so never between two presses of one round trip. */
    private void answered() {
        getUI().ifPresentOrElse(
                        ui -> ui.beforeClientResponse(this, context -> {
                            answering = false;
                            getElement().executeJs("window.Tiski.answered(this)");
                        }),
                        () -> answering = false);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        answering = false;
    }
}
