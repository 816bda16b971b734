package fi.tiski.surface.kit;

import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What languages are called, also those that no page is written in. The names of spoken ones are Java's (Unicode CLDR),
 * which has none for sign languages: theirs are texts of our own, {@code kit.language.<tag>}.
 */
public final class LanguageName {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private LanguageName() {}

    /** "arabia" for {@code ar} in Finnish. What is no tag of a language that has a name stays as it is: somebody's words. */
    public static String in(Language page, String tagOrWords) {
        if (!TAG.matcher(tagOrWords).matches()) {
            return tagOrWords;
        }
        var own = "kit.language." + tagOrWords;
        return Texts.has(page, own)
                ? Texts.say(page, own)
                : Locale.forLanguageTag(tagOrWords).getDisplayName(page.spoken().locale());
    }

    /** "العربية" for {@code ar}; for those who read none of the languages of the page. */
    public static String itself(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return When.capital(locale.getDisplayName(locale));
    }
}
