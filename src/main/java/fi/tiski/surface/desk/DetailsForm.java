package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.Details;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who the customer is, what it is about and what they need; nothing of it has to be known. */
final class DetailsForm extends Div {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LANGUAGE = 60;

    private final ErrorSummary errors = new ErrorSummary();
    private final Field name = Field.text("customer-name", say("desk.form.name"))
            .maxLength(LONGEST_NAME)
            .autocomplete("off");
    private final Field phone =
            Field.tel("customer-phone", say("desk.form.phone")).autocomplete("off");
    private final Select<TopicId> topic;
    private final Options<Need> needs;
    private final Field interpreter = Field.text("interpreter-language", say("desk.form.interpreter"))
            .maxLength(LONGEST_LANGUAGE)
            .autocomplete("off");

    DetailsForm(List<Topic> topics) {
        addClassName("form");
        var language = fi.tiski.surface.kit.Words.language();
        topic = new Select<>(
                "topic",
                say("desk.form.topic"),
                say("desk.topic.untold"),
                topics.stream()
                        .map(it -> new Option<>(it.id(), it.name().in(language)))
                        .toList());
        needs = Options.many(
                "needs",
                say("desk.form.needs"),
                Arrays.stream(Need.values())
                        .map(need -> new Option<>(need, say("desk.need." + need.tag())).withPictogram(need.tag()))
                        .toList());
        needs.addClassName("compact");
        needs.onChange(chosen -> interpreter.setVisible(chosen.contains(Need.INTERPRETER)));
        interpreter.setVisible(false);
        var both = new Div(name, phone);
        both.addClassName("form-pair");
        add(errors, both, topic, needs, interpreter);
    }

    DetailsForm of(Case its) {
        its.customer().name().ifPresent(name::value);
        its.customer().phone().map(PhoneNumber::shown).ifPresent(phone::value);
        its.topic().ifPresent(topic::choose);
        needs.choose(its.needs().all());
        interpreter.setVisible(its.needs().all().contains(Need.INTERPRETER));
        its.needs()
                .interpreterLanguage()
                .ifPresent(spoken -> interpreter.value(LanguageName.in(fi.tiski.surface.kit.Words.language(), spoken)));
        return this;
    }

    /** Empty when something has to be put right first, which the form then says. */
    Optional<Details> read() {
        var number = PhoneNumber.parse(phone.value());
        if (!phone.value().isEmpty() && number.isEmpty()) {
            errors.show(new Wrong(phone, say("desk.form.phone.wrong")));
            return Optional.empty();
        }
        errors.show();
        return Optional.of(new Details(
                filled(name), number, topic.value(), new Needs(Set.copyOf(needs.chosen()), filled(interpreter))));
    }

    void takeFocus() {
        name.takeFocus();
    }

    private static Optional<String> filled(Field field) {
        return Optional.of(field.value()).filter(words -> !words.isEmpty());
    }
}
