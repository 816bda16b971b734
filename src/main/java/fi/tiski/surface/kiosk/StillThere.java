package fi.tiski.surface.kiosk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Markup;
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

    /**
     * @param quiet without any touch, before the question
     * @param answer for the answer, before the screen is cleared; WCAG 2.2.1 wants 20 seconds at least
     */
    StillThere(Duration quiet, Duration answer) {
        addClassName("still-there");
        getElement()
                .setAttribute("role", "alertdialog")
                .setAttribute("aria-labelledby", "still-there-title")
                .setAttribute("aria-describedby", "still-there-lead")
                .setAttribute("data-still-there", true)
                .setAttribute("data-quiet", Long.toString(quiet.toMillis()))
                .setAttribute("data-answer", Long.toString(answer.toMillis()));
        reword();
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
        Markup.into(
                getElement(),
                Markup.pictogram("clock"),
                Markup.of("h2", "id=\"still-there-title\"", say("kiosk.there.title")),
                Markup.of("p", "id=\"still-there-lead\"", say("kiosk.there.lead")),
                Markup.of("p", "role=\"status\" aria-labelledby=\"still-there-title\" data-left", ""),
                Markup.of(
                        "div",
                        "class=\"answers\"",
                        button("button primary", "data-more", say("kiosk.there.more")),
                        button("button", "data-over", say("journey.finish"))));
        getElement()
                .setAttribute("data-minutes", say("kiosk.there.minutes", "{0}"))
                .setAttribute("data-minute", say("kiosk.there.minute"))
                .setAttribute("data-half", say("kiosk.there.half"))
                .setAttribute("data-moment", say("kiosk.there.moment"));
    }

    private static Markup button(String classes, String mark, String words) {
        return Markup.of("button", "type=\"button\" class=\"" + classes + "\" " + mark, words);
    }
}
