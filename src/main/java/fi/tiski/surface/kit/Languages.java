package fi.tiski.surface.kit;

import com.vaadin.flow.i18n.I18NProvider;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells Vaadin which languages there are: a new window begins in the browser's, or in Finnish. */
@Component
class Languages implements I18NProvider {

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return Texts.say(Language.of(locale), key, arguments);
    }
}
