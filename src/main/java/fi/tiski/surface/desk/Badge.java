package fi.tiski.surface.desk;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.LanguageName;
import java.util.List;

/** One need, as it is seen before anything else of a case. */
record Badge(String pictogram, String words) {

    static List<Badge> of(Needs needs, Language language) {
        return needs.inOrder().stream()
                .map(need -> new Badge(need.tag(), words(need, needs, language)))
                .toList();
    }

    /** An interpreter into which language is the only thing one wants to know of it. */
    private static String words(Need need, Needs needs, Language language) {
        var name = Texts.say(language, "desk.need." + need.tag());
        return need == Need.INTERPRETER
                ? needs.interpreterLanguage()
                        .map(spoken ->
                                Texts.say(language, "desk.need.interpreter-of", LanguageName.in(language, spoken)))
                        .orElse(name)
                : name;
    }
}
