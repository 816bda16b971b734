package fi.tiski.platform.captions;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where speech is recognised, by language: {@code tiski.captions.url.fi} and so on. What cannot work is refused here, at the
 * start. The protocol and what it means for people's privacy stand in {@code docs/captions.md}.
 *
 * @param url of a WebSocket, by the primary language that is spoken; empty where captions are written by people alone
 */
@ConfigurationProperties("tiski.captions")
public record CaptionServices(Map<String, String> url) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    /** No letter of it could end a policy or begin another one. */
    private static final Pattern ADDRESS =
            Pattern.compile("wss?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?");

    public CaptionServices(@Nullable Map<String, String> url) {
        var all = new TreeMap<String, String>();
        if (url != null) {
            url.forEach((language, address) -> {
                if (!address.isBlank()) {
                    all.put(language, usable(language, address.strip()));
                }
            });
        }
        this.url = Map.copyOf(all);
    }

    private static String usable(String language, String address) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new CaptionsUnusable("tiski.captions.url." + language
                    + " names no language; use its two letters, such as tiski.captions.url.fi.");
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new CaptionsUnusable("tiski.captions.url." + language
                    + " is no address of a WebSocket; set it to such as wss://captions.example.fi/fi.");
        }
        return address;
    }

    /** What a page has to be allowed to reach: scheme, host and port of each, and nothing else. */
    public Set<String> origins() {
        return url.values().stream()
                .map(URI::create)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .collect(Collectors.toUnmodifiableSet());
    }
}
