package fi.tiski.platform.relay;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the relay is and what it is asked with: the values and the reason of each stand in {@code application.yaml}. What
 * cannot work is refused here, at the start, and not found out by somebody in a meeting.
 *
 * @param urls none, or all ways to the relay
 * @param secret that the relay has too; empty where there is none
 * @param valid how long credentials are good
 */
@ConfigurationProperties("tiski.relay")
record RelaySettings(List<String> urls, String secret, Duration valid) {

    /** RFC 7065 and RFC 7064, with the host as a name or an address. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<kind>turns?|stuns?):(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>[0-9]{1,5}))?"
                    + "(?:\\?transport=(?<transport>udp|tcp))?");

    private static final int LAST_PORT = 65_535;

    /** Every participant sees a name and its hash, and can guess at the secret as fast as a machine counts. */
    private static final int SHORTEST_SECRET = 32;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    RelaySettings {
        urls = urls.stream().map(String::strip).filter(url -> !url.isEmpty()).toList();
        secret = secret.strip();
        urls.forEach(RelaySettings::requireUsable);
        if (hasRelay(urls) && secret.isEmpty()) {
            throw new RelayUnusable("tiski.relay.urls names a relay, and tiski.relay.secret is empty; set it to the"
                    + " static-auth-secret of the relay (TISKI_RELAY_SECRET).");
        }
        if (!secret.isEmpty() && !hasRelay(urls)) {
            throw new RelayUnusable("tiski.relay.secret is set, and tiski.relay.urls names no relay; set it to such as"
                    + " turn:relay.example.fi:3478?transport=udp (TISKI_RELAY_URLS).");
        }
        if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
            throw new RelayUnusable("tiski.relay.secret has fewer than " + SHORTEST_SECRET
                    + " letters and could be guessed by whoever was in a meeting; make one with: openssl rand -hex 32");
        }
        if (secret.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            throw new RelayUnusable("tiski.relay.secret has a space or a letter that coturn reads in another way;"
                    + " make one with: openssl rand -hex 32");
        }
        if (valid.compareTo(SHORTEST) < 0 || valid.compareTo(LONGEST) > 0) {
            throw new RelayUnusable("tiski.relay.valid is from one to ten minutes, such as 10m.");
        }
    }

    List<String> relays() {
        return urls.stream().filter(url -> url.startsWith("turn")).toList();
    }

    List<String> finders() {
        return urls.stream().filter(url -> url.startsWith("stun")).toList();
    }

    private static boolean hasRelay(List<String> urls) {
        return urls.stream().anyMatch(url -> url.startsWith("turn"));
    }

    private static void requireUsable(String url) {
        var address = ADDRESS.matcher(url);
        if (!address.matches() || !isPort(address.group("port"))) {
            throw new RelayUnusable("tiski.relay.urls has " + url
                    + ", which is no address of a relay; write it such as turn:relay.example.fi:3478?transport=udp.");
        }
        var transport = address.group("transport");
        if (address.group("kind").startsWith("stun") && transport != null) {
            throw new RelayUnusable("tiski.relay.urls has " + url
                    + ", and browsers refuse a transport there; write it such as stun:relay.example.fi:3478.");
        }
        // TURN over DTLS: no browser asks for it.
        if (address.group("kind").equals("turns") && "udp".equals(transport)) {
            throw new RelayUnusable("tiski.relay.urls has " + url
                    + ", which no browser speaks; over TLS a relay is reached by transport=tcp.");
        }
    }

    private static boolean isPort(@Nullable String number) {
        return number == null || Integer.parseInt(number) > 0 && Integer.parseInt(number) <= LAST_PORT;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RelaySettings" + urls;
    }
}
