package fi.tiski.surface.journey;

import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;

/** The page that shows what a journey has led to. */
final class Outcome {

    private Outcome() {}

    static String page(Journey journey) {
        return switch (journey.answer(Question.WAY).orElse("")) {
            case "here" -> "number";
            case "video" -> "video";
            default -> "done";
        };
    }
}
