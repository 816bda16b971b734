package fi.tiski.domain.cases;

/**
 * The customer's own keys to a case, known only when they are made: only their hashes are kept.
 *
 * @param token stands in the link and the QR code; 160 random bits
 * @param secret printed on the slip; opens the case only together with its code
 */
public record CaseKey(String token, String secret) {

    @Override
    public String toString() {
        return "CaseKey[…]";
    }
}
