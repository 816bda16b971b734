package fi.tiski.surface.meeting;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.together.Place;
import fi.tiski.domain.together.SharedPage;
import fi.tiski.domain.together.Written;
import java.util.List;
import java.util.stream.Collectors;

/** What a page that two look at together is called, and what its places are, the same on both surfaces and on the case. */
public final class PageWords {

    private PageWords() {}

    /** "What we agreed". */
    public static String title(SharedPage page) {
        return page.section()
                .map(section -> say("together.title.form." + section.tag()))
                .orElseGet(() -> say("together.title." + page.kind().tag()));
    }

    /** "Postcode". */
    public static String label(Place place) {
        return say("together.place." + place.tag());
    }

    /** As it goes on the case: what only one of them wrote, as it is; questions and fields with their names. */
    public static String agreed(SharedPage page, List<Written> written) {
        return switch (page.kind()) {
            case TEXT, SUMMARY -> written.stream().map(Written::words).collect(Collectors.joining("\n"));
            case QUESTION, FORM ->
                written.stream()
                        .filter(Written::isFilled)
                        .map(one -> say(
                                "together.agreed",
                                label(one.place()),
                                one.isPrivate() ? say("together.private.kept") : one.words()))
                        .collect(Collectors.joining("\n"));
        };
    }
}
