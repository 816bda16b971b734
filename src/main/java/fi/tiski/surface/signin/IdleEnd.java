package fi.tiski.surface.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a signed-in session in which nothing has been pressed for a while. An open page asks for signs of life by itself
 * and would keep its session for ever; those do not count as presses. Whoever is not signed in is left alone: a board on
 * the wall is never pressed.
 */
final class IdleEnd extends OncePerRequestFilter {

    private static final String PRESSED = IdleEnd.class.getName();

    private final Duration allowed;
    private final InstantSource clock;

    IdleEnd(Duration allowed, InstantSource clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null && who.getPrincipal() instanceof SignedIn) {
            var now = clock.instant();
            var pressed = (Instant) session.getAttribute(PRESSED);
            if (pressed != null && now.isAfter(pressed.plus(allowed))) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            } else if (pressed == null || isPress(request)) {
                session.setAttribute(PRESSED, now);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isPress(HttpServletRequest request) {
        var kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind)
                && !"push".equals(kind)
                && !request.getServletPath().contains("/VAADIN/push");
    }
}
