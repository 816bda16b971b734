package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What do you need to be served well? As many as fit, also none. */
final class NeedsQuestion {

    static final int LONGEST_LANGUAGE = 60;

    private final Options<Need> options;
    private final Optional<String> knownLanguage;
    private final @Nullable Field language;

    private NeedsQuestion(Needs known, Consumer<Needs> changed, boolean withLanguage) {
        options = Options.many(
                        "needs",
                        say("journey.needs.legend"),
                        Arrays.stream(Need.values()).map(NeedsQuestion::option).toList())
                .choose(known.all());
        knownLanguage = known.interpreterLanguage();
        language = withLanguage ? languageField(known) : null;
        options.onChange(chosen -> {
            if (language != null) {
                language.setVisible(chosen.contains(Need.INTERPRETER));
            }
            changed.accept(needs());
        });
        if (language != null) {
            language.onChange(words -> changed.accept(needs()));
        }
    }

    /** Without the language of an interpreter: a page of its own asks for it. {@code changed} hears every change. */
    static NeedsQuestion alone(Needs known, Consumer<Needs> changed) {
        return new NeedsQuestion(known, changed, false);
    }

    /** With the language of an interpreter in free words, for the person who will arrange one. */
    static NeedsQuestion withLanguage(Needs known) {
        return new NeedsQuestion(known, needs -> {}, true);
    }

    private static Field languageField(Needs known) {
        var field = Field.text("interpreter-language", say("journey.needs.language"))
                .maxLength(LONGEST_LANGUAGE)
                .value(known.interpreterLanguage()
                        .map(tagOrWords -> LanguageName.in(language(), tagOrWords))
                        .orElse(""));
        field.setVisible(known.all().contains(Need.INTERPRETER));
        return field;
    }

    Page on(Page page) {
        return language == null ? page.with(options) : page.with(options, language);
    }

    Needs needs() {
        return new Needs(
                Set.copyOf(options.chosen()),
                language == null ? knownLanguage : Optional.of(language.value()).filter(words -> !words.isEmpty()));
    }

    private static Option<Need> option(Need need) {
        return new Option<>(need, say("journey.need." + need.tag())).withPictogram(need.tag());
    }

    static String tags(List<Need> needs) {
        return String.join(",", needs.stream().map(Need::tag).toList());
    }
}
