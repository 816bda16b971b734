package fi.tiski.surface.signin;

import fi.tiski.domain.people.Agent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The agent behind a signed-in session. The hash of the password is forgotten once it has been compared. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final transient Agent agent;
    private @Nullable String passwordHash;

    public SignedIn(Agent agent, @Nullable String passwordHash) {
        this.agent = agent;
        this.passwordHash = passwordHash;
    }

    public Agent agent() {
        return agent;
    }

    @Override
    public List<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + agent.role().name()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return agent.signIn();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public String toString() {
        return "SignedIn[" + agent.id() + "]";
    }
}
