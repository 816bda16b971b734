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

    /** A place of the customer's: "Postcode". */
    public static String label(Place place) {
        return say("together.place." + place.tag());
    }

    /** As it goes on the case: what the agent wrote, as it is; what the customer wrote, with the name of its place. */
    public static String agreed(List<Written> written) {
        return written.stream().filter(Written::isFilled).map(PageWords::agreed).collect(Collectors.joining("\n"));
    }

    private static String agreed(Written one) {
        return one.place().isCustomers()
                ? say(
                        "together.agreed",
                        label(one.place()),
                        one.isPrivate() ? say("together.private.kept") : one.words())
                : one.words();
    }
}
