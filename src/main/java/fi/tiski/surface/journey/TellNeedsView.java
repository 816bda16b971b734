package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Tell us already: what do you need? Can be skipped. */
@Route(value = "tell-needs/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class TellNeedsView extends JourneyView {

    private final CasesService cases;

    TellNeedsView(Visits visits, CasesService cases) {
        super(visits);
        this.cases = cases;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        return journey().caseId().isPresent();
    }

    @Override
    Page page() {
        var known = cases.get(journey().organisation(), journey().caseId().orElseThrow())
                .needs();
        var question = NeedsQuestion.withLanguage(known);
        return question.on(new Page(say("journey.needs.title")).lead(say("journey.needs.lead")))
                .actions(
                        ActionButton.primary(say("journey.go-on"), () -> tell(question.needs())),
                        ActionButton.quiet(say("journey.skip"), () -> go(Outcome.page(journey()))));
    }

    private void tell(Needs needs) {
        cases.tell(
                journey().organisation(),
                journey().caseId().orElseThrow(),
                here().theCustomer(),
                new Telling(Optional.empty(), Optional.empty(), Optional.of(needs)));
        go(Outcome.page(journey()));
    }

    @Override
    Optional<String> back() {
        return backTo("tell-words");
    }
}
