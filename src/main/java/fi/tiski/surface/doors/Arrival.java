package fi.tiski.surface.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever follows a link from another site, such as a message in their web mail, arrives without the session cookie,
 * which is strict. A session begun here would push out the one they have, and sign an agent out: so they get a page
 * that opens the same address once more, this time from us, and with the cookie.
 *
 * <p>Browsers say where a press came from in {@code Sec-Fetch-Site} (Fetch Metadata, W3C); who does not say it is let
 * through. The second opening comes from our own page, so there is no circle.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Arrival extends OncePerRequestFilter {

    private final PlainPage page;

    Arrival(PlainPage page) {
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromElsewhere(request) && request.getRequestedSessionId() == null) {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            page.writeAndOpenAgain(request, response, "arrive", request.getRequestURL() + query);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
