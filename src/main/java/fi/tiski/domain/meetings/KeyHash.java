package fi.tiski.domain.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256. A key has 160 random bits, far too many to try. */
final class KeyHash {

    private static final int KEY_BYTES = 20;

    private KeyHash() {}

    static byte[] of(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A key of 160 bits that follows from these parts, and from which none of them can be found. */
    static String keyFrom(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(of(parts), KEY_BYTES));
    }
}
