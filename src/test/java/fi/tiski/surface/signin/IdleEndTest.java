package fi.tiski.surface.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.text.Language;
import fi.tiski.support.TestClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A desk that nobody touches is signed out, however often its page says that it lives. */
class IdleEndTest {

    private final TestClock clock = new TestClock();
    private final IdleEnd idle = new IdleEnd(Duration.ofMinutes(30), clock);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void signedIn() {
        var aino = new SignedIn(
                new Agent(
                        OrganisationId.next(),
                        AgentId.next(),
                        "aino",
                        "Aino Laine",
                        Agent.Role.AGENT,
                        Set.of(Language.FI),
                        Set.of()),
                null);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(aino, null, aino.getAuthorities()));
        asks("uidl");
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoPressesStays() {
        for (int quarter = 0; quarter < 8; quarter++) {
            clock.pass(Duration.ofMinutes(15));
            asks("uidl");
        }

        assertThat(session.isInvalid()).isFalse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
    }

    @Test
    void signsOfLifeAloneDoNotKeepASession() {
        for (int minute = 0; minute < 31; minute++) {
            clock.pass(Duration.ofMinutes(1));
            if (!session.isInvalid()) {
                asks("heartbeat");
            }
        }

        assertThat(session.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void aBoardThatNobodyEverPressesIsLeftAlone() {
        SecurityContextHolder.clearContext();
        clock.pass(Duration.ofHours(9));

        asks("heartbeat");

        assertThat(session.isInvalid()).isFalse();
    }

    private void asks(String kind) {
        var request = new MockHttpServletRequest("POST", "/");
        request.setSession(session);
        request.setParameter("v-r", kind);
        try {
            idle.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
