package fi.tiski.platform.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Where every identifier and secret comes from. */
public final class Ids {

    /** No 0 O 1 I L, no 2 Z, 5 S, 8 B, no U V: what is left is neither misread on paper nor misheard on the phone. */
    private static final String SPEAKABLE = "34679ACDEFGHJKMNPRTWXY";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** UUIDv7 (RFC 9562): later ones sort after earlier ones, so indexes grow at one end. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** 160 bits from a secure source, URL-safe: nobody finds one by trying. */
    public static String token() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@code length} letters and digits that can be said aloud; for people, and only beside a second thing they know. */
    public static String speakable(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(SPEAKABLE.charAt(RANDOM.nextInt(SPEAKABLE.length())));
        }
        return code.toString();
    }
}
