package fi.tiski.surface.kit.gallery;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Select;
import java.util.Arrays;
import java.util.List;

/** What is filled in. */
final class AskingExamples {

    private AskingExamples() {}

    static List<Example> examples() {
        return List.of(
                new Example("Field", "one line with a hint", AskingExamples::name),
                new Example("Field", "several lines", () -> Field.longText("matter", say("gallery.matter"))),
                new Example("Field", "telephone number", () -> Field.tel("phone", say("gallery.phone"))),
                new Example("Field", "digits only", () -> Field.digits("code", say("gallery.code"))),
                new Example("Options", "one of a few", AskingExamples::reach),
                new Example("Options", "as many as wanted, with pictograms", AskingExamples::needs),
                new Example("Select", "one of many", AskingExamples::language),
                new Example("ErrorSummary", "two things to put right", AskingExamples::wrong));
    }

    private static Field name() {
        return Field.text("name", say("gallery.name"))
                .hint(say("gallery.name.hint"))
                .autocomplete("name")
                .maxLength(80);
    }

    private static Options<String> reach() {
        return Options.one(
                        "reach",
                        say("gallery.reach"),
                        List.of(
                                new Option<>("sms", say("gallery.sms")),
                                new Option<>("letter", say("gallery.letter")).withDetail(say("gallery.letter.detail"))))
                .choose("sms");
    }

    private static Options<String> needs() {
        return Options.many(
                        "needs",
                        say("gallery.needs"),
                        List.of(
                                new Option<>("interpreter", say("gallery.interpreter")).withPictogram("interpreter"),
                                new Option<>("loop", say("gallery.loop")).withPictogram("hearing-loop")))
                .hint(say("gallery.needs.hint"));
    }

    private static Select<Language> language() {
        var languages = Arrays.stream(Language.values())
                .map(language -> new Option<>(language, language.ownName()))
                .toList();
        return new Select<>("service-language", say("gallery.language"), say("gallery.choose"), languages);
    }

    private static Div wrong() {
        var phone = Field.tel("phone-wrong", say("gallery.phone"))
                .hint(say("gallery.phone.hint"))
                .value("040 123");
        var reach = Options.one("reach-wrong", say("gallery.reach"), List.of(new Option<>("sms", say("gallery.sms"))));
        var summary = new ErrorSummary();
        summary.show(new Wrong(phone, say("gallery.phone.wrong")), new Wrong(reach, say("gallery.reach.wrong")));
        var group = new Div(summary, phone, reach);
        group.addClassName("days");
        return group;
    }
}
