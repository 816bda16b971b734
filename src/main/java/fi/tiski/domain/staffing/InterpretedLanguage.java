package fi.tiski.domain.staffing;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A language that somebody interprets, spoken or signed.
 *
 * @param tag BCP 47, such as {@code ar} or {@code fse}
 */
public record InterpretedLanguage(String tag) {

    /** Finnish Sign Language. */
    public static final InterpretedLanguage FSE = new InterpretedLanguage("fse");

    /** Finland-Swedish Sign Language. */
    public static final InterpretedLanguage FSS = new InterpretedLanguage("fss");

    /**
     * Sign languages that are likely to be met in Finland, from those that the IANA Language Subtag Registry lists under the
     * prefix {@code sgn}: American, British, Estonian, Finnish, Finland-Swedish, International, Russian, Swedish, Ukrainian.
     */
    private static final Set<String> SIGNED = Set.of("ase", "bfi", "eso", "fse", "fss", "ils", "rsl", "swl", "ukl");

    public InterpretedLanguage {
        if (!tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("Not a language tag: " + tag);
        }
    }

    public boolean isSigned() {
        return SIGNED.contains(tag);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Whether the words are its tag, or its name in Finnish, Swedish, English or itself; large and small letters alike. */
    public boolean isCalled(String words) {
        var called = words.strip();
        return tag.equalsIgnoreCase(called)
                || Stream.of(Locale.of("fi"), Locale.of("sv"), Locale.ENGLISH, locale())
                        .anyMatch(in -> locale().getDisplayName(in).equalsIgnoreCase(called));
    }
}
