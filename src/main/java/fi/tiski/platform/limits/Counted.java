package fi.tiski.platform.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is counted together, such as the journeys begun from one address: {@code ("journey", "203.0.113.7")}. */
public record Counted(String kind, String value) {

    private static final int NETWORK_BYTES = 8;

    /**
     * By an address on the network, as a request says it. Of an IPv6 address only the half that one household or office
     * has for itself counts: it can change the other half with every request (RFC 4291, 2.5.4).
     */
    public static Counted byAddress(String kind, String address) {
        return new Counted(kind, address.contains(":") ? network(address) : address);
    }

    private static String network(String address) {
        try {
            // With a colon in it this is a number, never a name: nothing is looked up.
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
        } catch (UnknownHostException unlike) {
            return address;
        }
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Not what is counted: this ends up in logs. */
    @Override
    public String toString() {
        return "Counted[" + kind + "]";
    }
}
