package fi.tiski.domain.cases;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.platform.text.Plain;
import java.util.Optional;

/**
 * What somebody tells about a case; whatever is empty stays as it was.
 *
 * @param words the customer's own, at most 10,000 characters
 */
public record Telling(Optional<TopicId> topic, Optional<String> words, Optional<Needs> needs) {

    public static final Telling NOTHING = new Telling(Optional.empty(), Optional.empty(), Optional.empty());

    public Telling {
        words = words.map(Plain::lines).filter(text -> !text.isEmpty());
    }
}
