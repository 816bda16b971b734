package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import java.util.Comparator;
import java.util.Optional;

/**
 * Choosing a time: which language does the interpreter speak? Those that somebody here interprets are there to be
 * pressed; any other is told in free words, and then a person arranges the interpreter.
 */
@Route(value = "interpreter/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class InterpreterView extends JourneyView {

    private final InterpretersService interpreters;
    private boolean other;

    InterpreterView(Visits visits, InterpretersService interpreters) {
        super(visits);
        this.interpreters = interpreters;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        other = false;
        return true;
    }

    @Override
    Page page() {
        var spoken = interpreters.spoken(journey().organisation()).stream()
                .sorted(Comparator.comparing(spoke -> LanguageName.in(language(), spoke.tag())))
                .toList();
        var page = new Page(say("journey.interpreter.title"));
        return other || spoken.isEmpty()
                ? otherLanguage(page)
                : page.lead(say("journey.interpreter.lead"))
                        .with(new LanguageChoices(spoken, this::choose))
                        .actions(ActionButton.secondary(say("journey.interpreter.other"), () -> {
                                    other = true;
                                    show();
                                })
                                .withPictogram("language"));
    }

    private void choose(InterpretedLanguage chosen) {
        keep(Question.INTERPRETER_LANGUAGE, chosen.tag());
        go("times");
    }

    private Page otherLanguage(Page page) {
        var words = Field.text("interpreter-language", say("journey.interpreter.which"))
                .maxLength(NeedsQuestion.LONGEST_LANGUAGE)
                // A language that was chosen before is not another one.
                .value(answer(Question.INTERPRETER_LANGUAGE)
                        .filter(known -> interpreters
                                .named(journey().organisation(), known)
                                .isEmpty())
                        .orElse(""))
                .onChange(typed -> keep(Question.INTERPRETER_LANGUAGE, typed));
        return page.with(Notice.info(say("journey.interpreter.arranged")), words)
                .actions(ActionButton.primary(say("journey.go-on"), () -> {
                    keep(Question.INTERPRETER_LANGUAGE, words.value());
                    go("times");
                }));
    }

    @Override
    Optional<String> back() {
        return backTo("needs");
    }
}
