package fi.tiski.surface.record;

import fi.tiski.domain.cases.Need;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.Locale;

/** What an agent can offer beyond topics, by its name; a language is a skill. */
public final class SkillName {

    private SkillName() {}

    /** @param tag a need that asks for an agent's skill, or a language by its BCP 47 tag */
    public static String of(String tag, Language reader) {
        return Need.ofTag(tag)
                .filter(Need::asksAgent)
                .map(need -> Texts.say(reader, "case.skill." + need.tag()))
                .orElseGet(() -> Locale.forLanguageTag(tag)
                        .getDisplayLanguage(reader.spoken().locale()));
    }
}
