package fi.tiski.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages of every customer page. Easy Finnish is a language of its own, with BCP 47 tag {@code fi-simple}; what
 * nobody has written in it is shown in Finnish.
 */
public enum Language {
    FI("fi", "Suomi", "FI"),
    SV("sv", "Svenska", "SV"),
    EN("en", "English", "EN"),
    FI_SIMPLE("fi-simple", "Selkosuomi", "Selko");

    private final String tag;
    private final Locale locale;
    private final String ownName;
    private final String shortName;

    Language(String tag, String ownName, String shortName) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
        this.shortName = shortName;
    }

    /** BCP 47, as stored and as in the page's {@code lang}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** Its name in itself. */
    public String ownName() {
        return ownName;
    }

    /** Its name in itself where there is little room, as on the signs of Finnish offices. */
    public String shortName() {
        return shortName;
    }

    /** What is spoken: Easy Finnish is Finnish to the ear and to an agent. */
    public Language spoken() {
        return this == FI_SIMPLE ? FI : this;
    }

    /** Own text first, then what it falls back to. */
    List<Language> fallbacks() {
        return this == FI_SIMPLE ? List.of(this, FI) : List.of(this);
    }

    public static Optional<Language> ofTag(String tag) {
        for (var language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of a locale that came from a browser or from {@link #locale()}; Finnish when we do not speak it. */
    public static Language of(Locale locale) {
        return ofTag(locale.toLanguageTag())
                .or(() -> ofTag(locale.getLanguage()))
                .orElse(FI);
    }
}
