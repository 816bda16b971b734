package fi.tiski.surface.kiosk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Pictogram;
import java.time.Duration;

/**
 * The calm question for when nobody has touched the kiosk for a while. It lies in the page from the start, because it
 * must come up, and the screen be cleared, also while the server is away: all of it happens in the browser.
 *
 * <p>There is no countdown. What is left is said in words that change two or three times: running numbers hurry, and a
 * screen reader would have to read them all.
 */
@Tag("dialog")
final class StillThere extends HtmlContainer implements LocaleChangeObserver {

    private final H2 title = new H2();
    private final Paragraph lead = new Paragraph();
    private final Paragraph left = new Paragraph();
    private final NativeButton more = new NativeButton();
    private final NativeButton done = new NativeButton();

    /**
     * @param quiet without any touch, before the question
     * @param answer for the answer, before the screen is cleared; WCAG 2.2.1 wants 20 seconds at least
     */
    StillThere(Duration quiet, Duration answer) {
        addClassName("still-there");
        title.setId("still-there-title");
        lead.setId("still-there-lead");
        getElement()
                .setAttribute("role", "alertdialog")
                .setAttribute("aria-labelledby", "still-there-title")
                .setAttribute("aria-describedby", "still-there-lead")
                .setAttribute("data-still-there", true)
                .setAttribute("data-quiet", Long.toString(quiet.toMillis()))
                .setAttribute("data-answer", Long.toString(answer.toMillis()));
        left.getElement().setAttribute("role", "status").setAttribute("data-left", true);
        button(more, "button primary", "data-more");
        button(done, "button", "data-over");
        var acts = new Div(more, done);
        acts.addClassName("answers");
        add(new Pictogram("clock"), title, lead, left, acts);
        reword();
    }

    private static void button(NativeButton button, String classes, String mark) {
        button.addClassNames(classes.split(" "));
        button.getElement().setAttribute("type", "button").setAttribute(mark, true);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("window.Tiski.watchQuiet(this, $0)", Address.of("tiski/idle.js"));
    }

    @Override
    public void localeChange(LocaleChangeEvent changed) {
        reword();
    }

    private void reword() {
        title.setText(say("kiosk.there.title"));
        lead.setText(say("kiosk.there.lead"));
        more.setText(say("kiosk.there.more"));
        done.setText(say("journey.finish"));
        getElement()
                .setAttribute("data-minutes", say("kiosk.there.minutes", "{0}"))
                .setAttribute("data-minute", say("kiosk.there.minute"))
                .setAttribute("data-half", say("kiosk.there.half"))
                .setAttribute("data-moment", say("kiosk.there.moment"));
    }
}
