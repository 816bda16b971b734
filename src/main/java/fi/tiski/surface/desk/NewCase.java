package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.domain.cases.Details;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A case for somebody who calls or stands here without a number. Nothing has to be filled in to begin. */
final class NewCase extends Div implements Panel {

    private static final int LONGEST = 10_000;

    /** What was filled in; the language is the one the customer wants to be served in. */
    record Opening(Details details, Language language, Optional<String> words) {}

    private final DetailsForm form;
    private final Select<Language> language;
    private final Field words;

    NewCase(List<Topic> topics, Language ours, BiConsumer<Opening, UUID> open, Runnable close) {
        addClassName("case-body");
        form = new DetailsForm(topics);
        language = new Select<>(
                "customer-language",
                say("desk.form.language"),
                say("desk.language." + ours.tag()),
                Arrays.stream(Language.values())
                        .filter(one -> one != ours)
                        .map(one -> new Option<>(one, say("desk.language." + one.tag())))
                        .toList());
        words = Field.longText("case-words", say("desk.form.words")).maxLength(LONGEST);
        var press = UUID.randomUUID();
        var acts = new Div(
                ActionButton.primary(
                        say("desk.new.act"),
                        () -> form.read()
                                .ifPresent(details -> open.accept(
                                        new Opening(
                                                details,
                                                language.value().orElse(ours),
                                                Optional.of(words.value()).filter(told -> !told.isEmpty())),
                                        press))),
                ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(new H1(say("desk.new.title")), new Paragraph(say("desk.new.lead")), form, words, language, acts);
    }

    @Override
    public void takeFocus() {
        form.takeFocus();
    }
}
