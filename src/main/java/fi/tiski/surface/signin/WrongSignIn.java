package fi.tiski.surface.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the page, which says so; the name that was typed is still there, the password is not. */
final class WrongSignIn implements AuthenticationFailureHandler {

    private static final String NAME = WrongSignIn.class.getName();
    private static final int LONGEST = 200;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
            throws IOException {
        var name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST) {
            request.getSession().setAttribute(NAME, name);
        }
        response.sendRedirect(request.getContextPath() + "/sign-in?wrong");
    }

    /** What was typed as the name last time; once. */
    static Optional<String> typedName(HttpSession session) {
        var name = session.getAttribute(NAME);
        session.removeAttribute(NAME);
        return Optional.ofNullable((String) name);
    }
}
