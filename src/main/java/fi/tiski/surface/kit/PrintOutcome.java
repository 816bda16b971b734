package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What became of the slip, in plain words. All of it lies in the page from the start, because the printer's answer comes
 * to the browser, also while the server is away; the one that is true is shown, and read aloud.
 */
@Tag("div")
public final class PrintOutcome extends HtmlContainer {

    public PrintOutcome(Slip slip) {
        addClassName("print-outcome");
        getElement().setAttribute("data-print-outcome", true);
        var large = slip.parts().stream()
                .filter(Slip.Part.Large.class::isInstance)
                .map(part -> ((Slip.Part.Large) part).words())
                .findFirst()
                .orElse("");
        Markup.into(
                getElement(),
                Arrays.stream(Printed.values())
                        .map(outcome -> told(outcome, large))
                        .toArray(Markup[]::new));
    }

    private static Markup told(Printed outcome, String large) {
        var words = Stream.of(says(outcome));
        var lines =
                outcome == Printed.ON_PAPER ? words : Stream.concat(words, Stream.of(Words.say("kit.printed.instead")));
        return Markup.of(
                "div",
                "class=\"notice " + (outcome == Printed.ON_PAPER ? "good" : "bad") + "\" hidden data-printed=\""
                        + outcome.tag() + "\"",
                Markup.pictogram(outcome == Printed.ON_PAPER ? "done" : "warning"),
                Markup.of(
                        "div",
                        "",
                        Stream.concat(
                                        lines.map(line -> Markup.of("p", "", line)),
                                        outcome == Printed.ON_PAPER
                                                ? Stream.of()
                                                : Stream.of(Markup.of(
                                                        "p",
                                                        "class=\"number" + (large.contains(" ") ? " in-words" : "")
                                                                + "\"",
                                                        large)))
                                .toArray(Markup[]::new)));
    }

    private static String says(Printed outcome) {
        return switch (outcome) {
            case ON_PAPER -> Words.say("kit.printed.on-paper");
            case PAPER_OUT -> Words.say("kit.printed.paper-out");
            case COVER_OPEN -> Words.say("kit.printed.cover-open");
            case OFFLINE -> Words.say("kit.printed.offline");
            case NONE -> Words.say("kit.printed.none");
        };
    }
}
