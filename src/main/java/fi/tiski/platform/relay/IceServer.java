package fi.tiski.platform.relay;

import java.util.List;
import java.util.Optional;

/**
 * A server that helps two browsers to find a way to each other, as {@code RTCIceServer} in a browser has it.
 *
 * @param urls of the same server, one for each protocol
 * @param username empty, as the credential is, for a server that asks for none
 */
public record IceServer(List<String> urls, Optional<String> username, Optional<String> credential) {

    public IceServer {
        urls = List.copyOf(urls);
        if (username.isPresent() != credential.isPresent()) {
            throw new IllegalArgumentException("A username and a credential come together");
        }
    }

    /** Without the credential: it is good for minutes, and a log is kept for longer than that. */
    @Override
    public String toString() {
        return "IceServer" + urls;
    }
}
