package fi.tiski.surface.board;

import com.vaadin.flow.component.html.Span;
import fi.tiski.platform.text.Language;
import java.util.function.Function;

/** Words that take turns in the languages of the room. They change in place, without motion, all at the same moment. */
final class InEach extends Span {

    InEach(Function<Language, String> words) {
        super(words.apply(Language.FI));
        getElement().setAttribute("lang", Language.FI.tag()).setAttribute("data-turns", true);
        BoardSheet.LANGUAGES.forEach(
                language -> getElement().setAttribute("data-" + language.tag(), words.apply(language)));
    }
}
