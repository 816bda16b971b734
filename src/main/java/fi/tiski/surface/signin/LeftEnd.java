package fi.tiski.surface.signin;

import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.postgres.Outage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Ends every session of an agent who has left. It is looked at half a minute after the last look: an open desk, which gives
 * a sign of life more often than that, is closed within that time, whether or not anybody presses anything.
 */
final class LeftEnd extends SessionEnd {

    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final String LOOKED = LeftEnd.class.getName();

    private final PeopleService people;
    private final InstantSource clock;

    LeftEnd(PeopleService people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    boolean isOver(HttpSession session, SignedIn signedIn, HttpServletRequest request) {
        return isDue(session) && hasLeft(signedIn.agent());
    }

    private boolean isDue(HttpSession session) {
        var now = clock.instant();
        var looked = (Instant) session.getAttribute(LOOKED);
        if (looked != null && now.isBefore(looked.plus(AGAIN))) {
            return false;
        }
        session.setAttribute(LOOKED, now);
        return true;
    }

    /** While the database is away nobody is signed out, and nothing can be done either. */
    private boolean hasLeft(Agent agent) {
        try {
            return !people.serves(agent.organisation(), agent.id());
        } catch (DataAccessException | TransactionException failed) {
            if (Outage.isBehind(failed)) {
                return false;
            }
            throw failed;
        }
    }
}
