package fi.tiski.platform.captions;

/**
 * Captions cannot be had with what is configured. The message is one plain sentence for the person who starts Tiski: what
 * is wrong and what to do.
 */
public class CaptionsUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaptionsUnusable(String sentence) {
        super(sentence);
    }
}
