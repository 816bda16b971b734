package fi.tiski.domain.offers;

import fi.tiski.domain.people.OrganisationId;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Goes on with the offers away from the screens, of which a hundred may hear of the same change: soon, and once. */
@Component
public class GoingOn {

    private static final Logger log = LoggerFactory.getLogger(GoingOn.class);
    private static final Duration SOON = Duration.ofMillis(200);

    private final OffersService offers;
    private final Set<OrganisationId> due = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("tiski-offers").factory());

    GoingOn(OffersService offers) {
        this.offers = offers;
    }

    /** Something has changed, or time has gone by: {@link OffersService#goOn} within a fifth of a second. Never fails. */
    public void soon(OrganisationId organisation) {
        if (due.add(organisation)) {
            later.schedule(() -> goOn(organisation), SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void goOn(OrganisationId organisation) {
        // Before reading: what changes while this reads is gone on with again.
        due.remove(organisation);
        try {
            offers.goOn(organisation);
        } catch (RuntimeException failed) {
            log.warn("Nobody was asked: {}", failed.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}
