package fi.tiski.platform.text;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What the system says, from {@code messages-<bundle>_<language>.properties} (UTF-8). A key's first segment names its
 * bundle: {@code journey.ways.title} is looked up, whole, in {@code messages-journey}. Patterns are {@link MessageFormat}'s: an apostrophe
 * is written twice, a choice tells one from many.
 *
 * <p>A key that is missing throws: a screen with a key on it is a defect that a test must see, not a customer.
 */
public final class Texts {

    private static final Control NO_SYSTEM_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** The text of {@code key} in that language, with {@code arguments} in its places {0}, {1}, ... */
    public static String say(Language language, String key, Object... arguments) {
        var pattern = pattern(language, key);
        return new MessageFormat(pattern, language.locale()).format(arguments);
    }

    public static boolean has(Language language, String key) {
        try {
            return bundle(language, key).containsKey(key);
        } catch (MissingResourceException noBundle) {
            return false;
        }
    }

    private static String pattern(Language language, String key) {
        try {
            return bundle(language, key).getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException("No text '" + key + "' in " + language.tag(), missing);
        }
    }

    /** {@code fi-simple} is looked up as {@code messages-..._fi__simple}, and its parent is {@code messages-..._fi}. */
    private static ResourceBundle bundle(Language language, String key) {
        var end = key.indexOf('.');
        if (end < 1) {
            throw new IllegalArgumentException("A key begins with its bundle: '" + key + "'");
        }
        return ResourceBundle.getBundle("messages-" + key.substring(0, end), language.locale(), NO_SYSTEM_LOCALE);
    }
}
