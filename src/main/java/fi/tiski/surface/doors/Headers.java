package fi.tiski.surface.doors;

import fi.tiski.platform.captions.CaptionServices;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, set before anything else happens. Spring Security's own writer waits until an
 * answer is sent, and a page that is reached by a forward, as all of Vaadin's are, is sent without asking it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    /** Camera and microphone are for meetings by video, the screen that stays awake for kiosks and boards. */
    private static final String ALLOWED = String.join(
            ", ",
            "camera=(self)",
            "microphone=(self)",
            "autoplay=(self)",
            "fullscreen=(self)",
            "screen-wake-lock=(self)",
            "accelerometer=()",
            "browsing-topics=()",
            "geolocation=()",
            "gyroscope=()",
            "hid=()",
            "magnetometer=()",
            "midi=()",
            "payment=()",
            "publickey-credentials-get=()",
            "serial=()",
            "usb=()",
            "xr-spatial-tracking=()");

    /** Where an agent may come to the desk from without another page being loaded. */
    private static final Set<String> AT_WORK = Set.of("desk", "manage");

    private final String keeper;
    private final CaptionServices captions;
    private final boolean comesBackOverTls;

    /**
     * @param tls a certificate of this machine's own is for trying: a browser that trusts it must not be told to ask
     *     everything else on localhost over TLS for a year
     */
    Headers(
            @Value("${tiski.kiosk.keeper:}") String keeper,
            CaptionServices captions,
            @Value("${tiski.tls:}") String tls) {
        this.keeper = keeper;
        this.captions = captions;
        comesBackOverTls = tls.isBlank();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", ContentPolicy.forAnswerTo(request, beside(request)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // Not even to ourselves: the keys to a case and to a journey stand in the address.
        response.setHeader("Referrer-Policy", "no-referrer");
        // An agent shows their screen in a meeting; no page of a customer may ask for theirs.
        response.setHeader(
                "Permissions-Policy", ALLOWED + ", display-capture=" + (isAtWork(request) ? "(self)" : "()"));
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // Files that are the same for everybody say otherwise themselves.
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure() && comesBackOverTls) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(request, response);
    }

    private Set<String> beside(HttpServletRequest request) {
        var all = new HashSet<>(captions.origins());
        if (isKiosk(request) && !keeper.isEmpty()) {
            all.add(keeper);
        }
        return all;
    }

    private static boolean isKiosk(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/kiosk") || path.startsWith("/kiosk/");
    }

    private static boolean isAtWork(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return AT_WORK.contains(path.replaceFirst("^/([^/]*).*$", "$1"));
    }

    /** An answer that went wrong begins anew, without headers. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
