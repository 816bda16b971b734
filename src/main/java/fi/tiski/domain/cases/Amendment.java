package fi.tiski.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of putting details right. */
public sealed interface Amendment {

    record Amended(Case now) implements Amendment {}

    /**
     * Somebody changed the same details since they were read. Nothing was saved.
     *
     * @param clashes one for each detail that both changed to something else
     * @param now the case as they left it
     */
    record ChangedMeanwhile(List<Clash> clashes, Case now) implements Amendment {
        public ChangedMeanwhile {
            clashes = List.copyOf(clashes);
        }
    }

    /** @param agentName empty when it was the customer */
    record Clash(Details.What what, Optional<String> agentName, Instant at) {}
}
