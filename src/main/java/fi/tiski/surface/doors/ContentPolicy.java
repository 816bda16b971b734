package fi.tiski.surface.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page of ours may load and run, as a Content-Security-Policy (W3C, level 3): our own files, and those inline
 * scripts and styles that carry the number which this one answer was given. A script that somebody smuggled into a page
 * does not know the number.
 *
 * <p>{@code unsafe-eval} stays: Vaadin 25.2 makes functions of the expressions that the server sends. That opens no door
 * to words on a page, because nothing of ours evaluates words.
 */
final class ContentPolicy {

    private static final String NONCE = ContentPolicy.class.getName();
    private static final int NONCE_BYTES = 16;

    /** The two style sheets that Vaadin's loading line brings along; a later Vaadin may bring others. */
    private static final String LOADING_LINE = "'sha256-MDlmNcbaXIZlPB1yN6aSgWzHdktha/Zt1oXFH4tp26U='"
            + " 'sha256-EzGkP2ERBlsJyWZ3nfDPL523RJ7iR/d/4/mAcj7BK50='";

    /** {@code display: none} and {@code display: block}, by which it goes and comes. */
    private static final String SHOWN_AND_HIDDEN = "'sha256-ZdHxw9eWtnxUb3mk6tBS+gIiVUPE3pGM470keHPDFlE='"
            + " 'sha256-vYd+FsML43MBXhP+pXOhW9h0Cdq43hkCe4Im/yyvhss='";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    /**
     * A new policy for this answer.
     *
     * @param beside the addresses beside ours that it may ask: the keeper of the kiosk that the page is for, and where
     *     speech is recognised
     */
    static String forAnswerTo(HttpServletRequest request, Collection<String> beside) {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'nonce-" + nonce + "' " + LOADING_LINE,
                "style-src-attr 'unsafe-hashes' " + SHOWN_AND_HIDDEN,
                "img-src 'self' data:",
                "font-src 'self'",
                Stream.concat(Stream.of("connect-src 'self'"), beside.stream().sorted())
                        .collect(Collectors.joining(" ")),
                "media-src 'self'",
                "manifest-src 'self'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    /** The number that the answer's inline scripts carry; null where no policy was made. */
    static @Nullable String nonce(HttpServletRequest request) {
        return (String) request.getAttribute(NONCE);
    }
}
