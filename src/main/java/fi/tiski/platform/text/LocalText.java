package fi.tiski.platform.text;

import java.util.EnumMap;
import java.util.Map;

/** One text in each language; Finnish, Swedish and English always, Easy Finnish where somebody wrote it. */
public record LocalText(Map<Language, String> texts) {

    public LocalText {
        for (var needed : new Language[] {Language.FI, Language.SV, Language.EN}) {
            if (!texts.containsKey(needed)) {
                throw new IllegalArgumentException("A text lacks its " + needed.tag());
            }
        }
        texts = Map.copyOf(texts);
    }

    public static LocalText of(String fi, String sv, String en) {
        return new LocalText(Map.of(Language.FI, fi, Language.SV, sv, Language.EN, en));
    }

    public static LocalText of(String fi, String sv, String en, String fiSimple) {
        return new LocalText(Map.of(Language.FI, fi, Language.SV, sv, Language.EN, en, Language.FI_SIMPLE, fiSimple));
    }

    public String in(Language language) {
        for (var candidate : language.fallbacks()) {
            var text = texts.get(candidate);
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("No text in " + language.tag());
    }

    static LocalText ofTags(Map<String, String> byTag) {
        var texts = new EnumMap<Language, String>(Language.class);
        byTag.forEach((tag, text) -> Language.ofTag(tag).ifPresent(language -> texts.put(language, text)));
        return new LocalText(texts);
    }
}
