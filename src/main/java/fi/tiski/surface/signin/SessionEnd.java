package fi.tiski.surface.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody who is signed in, for a reason of its own; the request goes on without them. Whoever is not
 * signed in is left alone.
 */
abstract class SessionEnd extends OncePerRequestFilter {

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && who != null
                && who.getPrincipal() instanceof SignedIn signedIn
                && isOver(session, signedIn, request)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    abstract boolean isOver(HttpSession session, SignedIn signedIn, HttpServletRequest request);
}
