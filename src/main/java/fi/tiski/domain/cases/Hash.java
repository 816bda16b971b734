package fi.tiski.domain.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256. A link's token has 160 random bits, far too many to try. A slip's secret has 26 (six of 22 signs): whoever
 * holds the table of hashes could find one by trying; whoever does not is held off by having to ask us each time.
 */
final class Hash {

    private Hash() {}

    static byte[] of(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
