package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * The keyboard of a kiosk, which has no other. It comes up by itself when a text field has the focus, and writes into
 * it in the browser alone: no key waits for the server.
 *
 * <p>One arrangement for all languages, the one of keyboards sold in Finland: a changed language must not move the
 * letters, and names have å, ä and ö in all of them. A key leads to more signs and accented letters.
 */
@Tag("div")
@JsModule("context://tiski/keyboard.js")
public final class OnScreenKeyboard extends HtmlContainer implements LocaleChangeObserver {

    public OnScreenKeyboard() {
        // Its class comes and goes with it in the browser: the page makes room for ".keyboard" where there is one.
        getElement()
                .setAttribute("data-keyboard", true)
                .setAttribute("role", "region")
                .setAttribute("hidden", true)
                .setAttribute("data-sprite", Pictogram.sprite());
        reword();
    }

    @Override
    public void localeChange(LocaleChangeEvent changed) {
        reword();
    }

    private void reword() {
        getElement().setAttribute("aria-label", Words.say("kit.keyboard"));
        for (var key : new String[] {"backspace", "shift", "space", "done", "signs", "letters"}) {
            getElement().setAttribute("data-" + key, Words.say("kit.keyboard." + key));
        }
    }
}
