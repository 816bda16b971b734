package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.journeys.Question;
import fi.tiski.platform.text.Plain;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Tell us already: in your own words. Can be skipped. */
@Route(value = "tell-words/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class TellWordsView extends JourneyView {

    private static final int LONGEST = 4000;

    private final CasesService cases;

    TellWordsView(Visits visits, CasesService cases) {
        super(visits);
        this.cases = cases;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        return journey().caseId().isPresent();
    }

    @Override
    Page page() {
        var words = Field.longText("words", say("journey.tell.words"))
                .own()
                .hint(say("journey.tell.words.hint"))
                .autocomplete("off")
                .value(answer(Question.WORDS).orElse(""))
                .onChange(typed -> keep(Question.WORDS, typed));
        return new Page(say("journey.tell.title"))
                .with(words)
                .actions(
                        ActionButton.primary(say("journey.go-on"), () -> tell(words)),
                        ActionButton.quiet(say("journey.skip"), () -> go("tell-needs")));
    }

    private void tell(Field field) {
        var words = field.value();
        if (Plain.length(words) > LONGEST) {
            field.error(say("journey.tell.words.too-long", LONGEST));
            field.takeFocus();
            return;
        }
        cases.tell(
                journey().organisation(),
                journey().caseId().orElseThrow(),
                here().theCustomer(),
                new Telling(Optional.empty(), Optional.of(words), Optional.empty()),
                // The same words from a second tab, or once more after a crash, are the same.
                Visits.press(journey(), "words " + words));
        // Told is told: the same words must not be told again by coming back.
        keep(Question.WORDS, "");
        go("tell-needs");
    }

    @Override
    Optional<String> back() {
        return backTo("tell-topic");
    }
}
