package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.queue.Wait;
import java.util.Optional;

/** A wait in words. */
final class Waiting {

    private Waiting() {}

    /** "About 10 to 20 minutes", "Less than 5 minutes"; or that nobody serves just now. */
    static String words(Optional<Wait> wait) {
        return wait.map(range -> range.atLeast().isZero()
                        ? say("journey.wait.under", range.atMost().toMinutes())
                        : say(
                                "journey.wait.range",
                                range.atLeast().toMinutes(),
                                range.atMost().toMinutes()))
                .orElseGet(() -> say("journey.wait.unknown"));
    }
}
