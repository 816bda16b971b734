package fi.tiski.domain.knowledge;

import fi.tiski.platform.text.LocalText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer can come for.
 *
 * @param pictogram the name of its picture
 * @param bring what to have at hand, in plain words
 * @param durations how long a meeting takes; a mode that is missing is not offered
 */
public record Topic(
        TopicId id,
        String slug,
        String pictogram,
        LocalText name,
        LocalText summary,
        LocalText bring,
        Map<MeetingMode, Duration> durations) {

    public Topic {
        durations = Map.copyOf(durations);
    }

    public Optional<Duration> duration(MeetingMode mode) {
        return Optional.ofNullable(durations.get(mode));
    }
}
