package fi.tiski.domain.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened on a case. Never changes.
 *
 * @param agentName who, when an agent did it
 * @param facts what the sentence of its kind needs, such as a number; nothing personal
 * @param words what was said or written; empty when nothing was, or when it has been erased
 * @param hasPaper whether the picture of a paper is kept with it, which {@link PapersService} has
 */
public record Entry(
        UUID id,
        Instant at,
        By by,
        Optional<String> agentName,
        EntryKind kind,
        Map<String, String> facts,
        Optional<String> words,
        boolean hasPaper) {

    public Entry {
        facts = Map.copyOf(facts);
    }
}
