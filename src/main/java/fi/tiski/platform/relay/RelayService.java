package fi.tiski.platform.relay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Gives a browser what it needs to reach the relay for some minutes. The relay is not asked: it shares a secret with
 * Tiski, and finds the same by itself (draft-uberti-behave-turn-rest-00, which coturn calls {@code use-auth-secret}).
 */
@Service
@EnableConfigurationProperties(RelaySettings.class)
public class RelayService {

    /** What the draft asks for and coturn speaks. As a keyed hash, SHA-1 is not known to be broken. */
    private static final String ALGORITHM = "HmacSHA1";

    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final RelaySettings settings;
    private final InstantSource clock;

    RelayService(RelaySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a relay. Without one, browsers meet within one network only. */
    public boolean isConfigured() {
        return !settings.relays().isEmpty();
    }

    /**
     * The servers for one participant, with credentials that are good from now on for at most ten minutes
     * ({@code tiski.relay.valid}). A connection that was made with them goes on after that; a new one, also an ICE restart,
     * needs new ones. Empty where nothing is configured.
     *
     * @param whom stands in the relay's log: a number of the participant's that says nothing of the person; letters, digits,
     *     {@code -} and {@code _}, at most 64
     */
    public List<IceServer> servers(String whom) {
        if (!OPAQUE.matcher(whom).matches()) {
            throw new IllegalArgumentException("Not a number of a participant's");
        }
        var servers = new ArrayList<IceServer>();
        if (!settings.finders().isEmpty()) {
            servers.add(new IceServer(settings.finders(), Optional.empty(), Optional.empty()));
        }
        if (isConfigured()) {
            var username = clock.instant().plus(settings.valid()).getEpochSecond() + ":" + whom;
            servers.add(new IceServer(settings.relays(), Optional.of(username), Optional.of(credential(username))));
        }
        return List.copyOf(servers);
    }

    private String credential(String username) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
