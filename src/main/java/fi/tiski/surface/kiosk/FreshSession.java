package fi.tiski.surface.kiosk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody who is done, when the page for the next person is asked for. Not sooner: the page that is
 * being left would notice, and start itself over beside the new one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FreshSession extends OncePerRequestFilter {

    private static final String DUE = FreshSession.class.getName();

    static void isDue(HttpSession session) {
        session.setAttribute(DUE, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(DUE) != null && isPage(request)) {
            var device = WhichKiosk.of(session);
            session.invalidate();
            // The person is another one, the machine is the same.
            device.ifPresent(same -> WhichKiosk.is(request.getSession(), same));
        }
        chain.doFilter(request, response);
    }

    /** What a browser asks for when it shows a new page; all else comes from the page that is there. */
    static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && request.getParameter("v-r") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
