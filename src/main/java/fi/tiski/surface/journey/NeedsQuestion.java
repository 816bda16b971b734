package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What do you need to be served well? As many as fit, also none. */
final class NeedsQuestion {

    private static final int LONGEST_LANGUAGE = 60;

    private final Options<Need> options;
    private final Field language;

    /** {@code changed} hears every change, so that nothing is lost on the way. */
    NeedsQuestion(Needs known, Consumer<Needs> changed) {
        options = Options.many(
                        "needs",
                        say("journey.needs.legend"),
                        Arrays.stream(Need.values()).map(NeedsQuestion::option).toList())
                .choose(known.all());
        language = Field.text("interpreter-language", say("journey.needs.language"))
                .maxLength(LONGEST_LANGUAGE)
                .value(known.interpreterLanguage().orElse(""));
        language.setVisible(known.all().contains(Need.INTERPRETER));
        options.onChange(chosen -> {
            language.setVisible(chosen.contains(Need.INTERPRETER));
            changed.accept(needs());
        });
        language.onChange(words -> changed.accept(needs()));
    }

    Page on(Page page) {
        return page.with(options, language);
    }

    Needs needs() {
        return new Needs(
                Set.copyOf(options.chosen()), Optional.of(language.value()).filter(words -> !words.isEmpty()));
    }

    private static Option<Need> option(Need need) {
        return new Option<>(need, say("journey.need." + need.tag())).withPictogram(need.tag());
    }

    static String tags(List<Need> needs) {
        return String.join(",", needs.stream().map(Need::tag).toList());
    }
}
