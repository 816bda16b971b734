package fi.tiski.surface.kit.gallery;

import java.util.List;
import java.util.stream.Stream;

/** All examples of the kit. */
public final class Gallery {

    private Gallery() {}

    /** Components, in the order in which a newcomer wants to see them. */
    public static List<Example> parts() {
        return Stream.of(ButtonExamples.examples(), AskingExamples.examples(), TellingExamples.examples())
                .flatMap(List::stream)
                .toList();
    }

    public static List<Example> pages() {
        return PageExamples.examples();
    }
}
