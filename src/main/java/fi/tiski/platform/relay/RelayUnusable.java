package fi.tiski.platform.relay;

/**
 * No relay can be had with what is configured. The message is one plain sentence for the person who starts Tiski: what is
 * wrong and what to do. It never holds the secret.
 */
public class RelayUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayUnusable(String sentence) {
        super(sentence);
    }
}
