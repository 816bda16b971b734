package fi.tiski.surface.kit;

import com.vaadin.flow.component.UI;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;

/** What is said in the language of the page that is being served. */
public final class Words {

    private Words() {}

    /** The page's language; Finnish where there is no page. */
    public static Language language() {
        var ui = UI.getCurrent();
        return ui == null ? Language.FI : Language.of(ui.getLocale());
    }

    /** {@link Texts#say} in the page's language. */
    public static String say(String key, Object... arguments) {
        return Texts.say(language(), key, arguments);
    }
}
