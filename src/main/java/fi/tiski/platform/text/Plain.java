package fi.tiski.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What somebody typed or pasted, as it is kept: everything that can be read, in any script and with every emoji, and
 * nothing that cannot. Without it PostgreSQL refuses a NUL, a lone half of a surrogate pair cannot be encoded, and marks
 * that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069) would turn the words of others beside it.
 */
public final class Plain {

    private static final Pattern LINE_ENDS = Pattern.compile("\\R");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern BLANK_IN_LINE = Pattern.compile("[\\t\\x0B\\f]+");

    private Plain() {}

    /** One line: line ends and other blanks become one blank each, none around it. */
    public static String line(String written) {
        return BLANK.matcher(readable(LINE_ENDS.matcher(written).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
    }

    /** As many lines as there are, each ended by a line feed; no blank lines around them. */
    public static String lines(String written) {
        return readable(BLANK_IN_LINE
                        .matcher(LINE_ENDS.matcher(written).replaceAll("\n"))
                        .replaceAll(" "))
                .strip();
    }

    /** How many characters a person would count at most, and PostgreSQL does: an emoji outside the first plane is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String readable(String written) {
        var kept = new StringBuilder(written.length());
        written.codePoints().filter(Plain::isReadable).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    private static boolean isReadable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> !turns(character);
        };
    }

    private static boolean turns(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
