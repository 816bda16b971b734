package fi.tiski.platform.live;

import java.util.UUID;
import java.util.regex.Pattern;

/** The name of something that can change, such as {@code case/0198...}. Nothing personal in it. */
public record LiveKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z-]{1,30}/[0-9a-zA-Z-]{1,60}");

    public LiveKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("Not a key: " + value);
        }
    }

    static boolean isKey(String value) {
        return FORM.matcher(value).matches();
    }

    /** What comes before the slash. */
    String kind() {
        return value.substring(0, value.indexOf('/'));
    }

    public static LiveKey of(String kind, UUID id) {
        return new LiveKey(kind + "/" + id);
    }
}
