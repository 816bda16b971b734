package fi.tiski.surface.signin;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.postgres.Outage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.TransactionException;

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
            remember(request, response, who.agent());
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    private void remember(HttpServletRequest request, HttpServletResponse response, Agent agent) {
        try {
            DeviceCookie.keep(request, response, agent.signIn(), people.rememberDevice(agent));
        } catch (DataAccessException | TransactionException failed) {
            if (!Outage.isBehind(failed)) {
                throw failed;
            }
            // They have come in; the browser is remembered the next time.
        }
    }
}
