package fi.tiski.surface.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends a signed-in session in which nothing has been pressed for a while. An open page asks for signs of life by itself
 * and would keep its session for ever; those do not count as presses. Whoever is not signed in is left alone: a board on
 * the wall is never pressed.
 */
final class IdleEnd extends SessionEnd {

    private static final String PRESSED = IdleEnd.class.getName();

    private final Duration allowed;
    private final InstantSource clock;

    IdleEnd(Duration allowed, InstantSource clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    @Override
    boolean isOver(HttpSession session, SignedIn signedIn, HttpServletRequest request) {
        var now = clock.instant();
        var pressed = (Instant) session.getAttribute(PRESSED);
        if (pressed != null && now.isAfter(pressed.plus(allowed))) {
            return true;
        }
        if (pressed == null || isPress(request)) {
            session.setAttribute(PRESSED, now);
        }
        return false;
    }

    private static boolean isPress(HttpServletRequest request) {
        var kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind)
                && !"push".equals(kind)
                && !request.getServletPath().contains("/VAADIN/push");
    }
}
