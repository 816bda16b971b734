package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.queue.Wait;
import java.util.Optional;

/** A wait in words. */
final class Waiting {

    private Waiting() {}

    /** "10–20 minutes", "under 5 minutes"; or that it cannot be said just now. */
    static String words(Optional<Wait> wait) {
        return wait.map(range -> range.atLeast().isZero()
                        ? say("journey.wait.under", range.atMost().toMinutes())
                        : say(
                                "journey.wait.range",
                                range.atLeast().toMinutes(),
                                range.atMost().toMinutes()))
                .orElseGet(() -> say("journey.wait.unknown"));
    }

    /** The same as a sentence: "The wait is 10–20 minutes". */
    static String sentence(Optional<Wait> wait) {
        return wait.isPresent() ? say("journey.wait.sentence", words(wait)) : say("journey.wait.nobody");
    }
}
