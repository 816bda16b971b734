package fi.tiski.surface.signin;

import static fi.tiski.platform.tables.Tables.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.support.DomainTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever does not work here any more is signed out wherever they are signed in. */
class LeftEndTest extends DomainTest {

    @Autowired
    private PeopleService people;

    @Autowired
    private DSLContext sql;

    private final MockHttpSession here = new MockHttpSession();
    private final MockHttpSession elsewhere = new MockHttpSession();
    private LeftEnd end;
    private AgentId aino;

    @BeforeEach
    void somebodyWorksHere() {
        end = new LeftEnd(people, clock);
        aino = town.anAgent().there();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoWorksHereStaysSignedIn() {
        asks(here);
        clock.pass(Duration.ofHours(1));
        asks(here);

        assertThat(here.isInvalid()).isFalse();
    }

    @Test
    void whoHasLeftIsSignedOutEverywhereWithinHalfAMinute() {
        asks(here);
        asks(elsewhere);

        sql.update(AGENT)
                .set(AGENT.LEFT_AT, clock.instant())
                .where(AGENT.ID.eq(aino.value()))
                .execute();
        clock.pass(Duration.ofSeconds(30));
        asks(here);
        asks(elsewhere);

        assertThat(here.isInvalid()).isTrue();
        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private void asks(MockHttpSession session) {
        var who = new SignedIn(people.agent(town.organisation(), aino).orElseThrow(), null);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
        var request = new MockHttpServletRequest("POST", "/");
        request.setSession(session);
        try {
            end.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (IOException | ServletException failed) {
            throw new AssertionError(failed);
        }
    }
}
