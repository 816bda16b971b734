package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.LanguageName;
import java.util.List;
import java.util.function.Consumer;

/** Languages by their own names, five at a time, each with its name in the language of the page. */
final class LanguageChoices extends Div {

    private static final int AT_ONCE = 5;

    private final List<InterpretedLanguage> languages;
    private final Consumer<InterpretedLanguage> chosen;
    private final ActionButton more = ActionButton.secondary("", this::more);
    private int first;

    LanguageChoices(List<InterpretedLanguage> languages, Consumer<InterpretedLanguage> chosen) {
        this.languages = languages;
        this.chosen = chosen;
        // Laid out as topics are.
        addClassName("topics");
        show();
    }

    private void more() {
        first = last() ? 0 : first + AT_ONCE;
        show();
    }

    private boolean last() {
        return first + AT_ONCE >= languages.size();
    }

    private void show() {
        var shown = new Choices(
                languages.stream().skip(first).limit(AT_ONCE).map(this::choice).toList());
        if (more.getParent().isEmpty()) {
            add(shown);
            if (languages.size() > AT_ONCE) {
                add(more);
            }
        } else {
            // The button stays where it is, with the focus on it: a thumb can go on pressing.
            replace(getComponentAt(0), shown);
        }
        more.words(say(last() ? "journey.interpreter.first" : "journey.interpreter.more"));
    }

    private Choice choice(InterpretedLanguage one) {
        return new Choice("interpreter", LanguageName.itself(one.tag()), () -> chosen.accept(one))
                .titledIn(one.locale())
                .detail(LanguageName.in(language(), one.tag()));
    }
}
