package fi.tiski.surface.signin;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import fi.tiski.domain.people.PeopleService;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;

/** On to where the agent wanted to go; the browser is known from now on. */
final class CameIn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final PeopleService people;

    CameIn(PeopleService people) {
        this.people = people;
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn who) {
            var agent = who.agent();
            DeviceCookie.keep(request, response, agent.signIn(), people.rememberDevice(agent));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
