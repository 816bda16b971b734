package fi.tiski.domain.cases;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.live.Live;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a case on their screen just now, so that two do not work past each other. Coming and going are announced under
 * the case's {@link Case#liveKey}. A browser that has died says nothing: it counts as gone after {@link #ALIVE}, and an
 * open screen, which reads anew every few seconds anyway, then sees that.
 */
@Service
@Transactional
public class PresenceService {

    /** Three signs of life of a desk, which come every 15 seconds. */
    public static final Duration ALIVE = Duration.ofSeconds(45);

    private final Presences presences;
    private final Live live;
    private final InstantSource clock;

    PresenceService(Presences presences, Live live, InstantSource clock) {
        this.presences = presences;
        this.live = live;
        this.clock = clock;
    }

    /** The screen is alive and shows the case. One screen shows one case. */
    public void here(OrganisationId organisation, CaseId its, AgentId agent, UUID screen) {
        var now = clock.instant();
        var before = presences.on(organisation, screen, alive());
        if (before.equals(Optional.of(its))) {
            presences.seen(organisation, screen, now);
            return;
        }
        presences.removeDead(organisation, now.minus(ALIVE.multipliedBy(2)));
        presences.put(organisation, screen, its, agent, now);
        before.ifPresent(other -> live.changed(Case.liveKey(other)));
        live.changed(Case.liveKey(its));
    }

    /** The screen shows no case any more. */
    public void gone(OrganisationId organisation, UUID screen) {
        presences.remove(organisation, screen).ifPresent(its -> live.changed(Case.liveKey(its)));
    }

    /** Names of everybody else who has the case on a screen that is alive. */
    @Transactional(readOnly = true)
    public List<String> alsoHere(OrganisationId organisation, CaseId its, AgentId me) {
        return presences.names(organisation, its, me, alive());
    }

    private Instant alive() {
        return clock.instant().minus(ALIVE);
    }
}
