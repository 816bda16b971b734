package fi.tiski.surface.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the page, which says so; the name that was typed is still there, the password is not. */
final class WrongSignIn implements AuthenticationFailureHandler, AccessDeniedHandler {

    private static final String NAME = WrongSignIn.class.getName();
    private static final String UNTIL = NAME + ".until";
    private static final int LONGEST = 200;

    private final InstantSource clock;
    private final AccessDeniedHandler elsewhere = new AccessDeniedHandlerImpl();

    WrongSignIn(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
            throws IOException {
        if (wrong instanceof TooManyTries waits) {
            request.getSession().setAttribute(UNTIL, waits.until());
            var seconds = Duration.between(clock.instant(), waits.until()).toSeconds() + 1;
            response.setHeader("Retry-After", Long.toString(Math.max(1, seconds)));
            backToThePage(request, response, "later");
        } else if (wrong instanceof DatabaseAway) {
            // A page that cannot be made just now: the calm one stands there until it can.
            backToThePage(request, response, "away");
        } else {
            backToThePage(request, response, "wrong");
        }
    }

    /** The form came without the token of its session: it lay open until that had ended, or it is none of ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, jakarta.servlet.ServletException {
        if ("POST".equals(request.getMethod())
                && request.getServletPath().equals("/sign-in")
                && !response.isCommitted()) {
            backToThePage(request, response, "again");
        } else {
            elsewhere.handle(request, response, denied);
        }
    }

    private static void backToThePage(HttpServletRequest request, HttpServletResponse response, String what)
            throws IOException {
        var name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST) {
            request.getSession().setAttribute(NAME, name);
        }
        response.sendRedirect(request.getContextPath() + "/sign-in?" + what);
    }

    /** What was typed as the name last time; once. */
    static Optional<String> typedName(HttpSession session) {
        var name = session.getAttribute(NAME);
        session.removeAttribute(NAME);
        return Optional.ofNullable((String) name);
    }

    /** From when on the next try is looked at. */
    static Optional<Instant> until(HttpSession session) {
        return Optional.ofNullable((Instant) session.getAttribute(UNTIL));
    }
}
