package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Opening;
import fi.tiski.surface.doors.Allowances;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** I have a booking: the code, with the phone's last four digits or the secret on the slip. */
@Route(value = "my", layout = HomeFrame.class)
@AnonymousAllowed
class MyView extends JourneyView {

    private static final int LONGEST_CODE = 20;

    private final CasesService cases;
    private final Allowances allowances;

    MyView(Visits visits, CasesService cases, Allowances allowances) {
        super(visits);
        this.cases = cases;
        this.allowances = allowances;
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        var errors = new ErrorSummary();
        var code = Field.text("code", say("journey.my.code"))
                .own()
                .hint(say("journey.my.code.hint"))
                .maxLength(LONGEST_CODE)
                .autocomplete("off")
                .plain()
                .narrow();
        var proof = Field.text("proof", say("journey.my.proof"))
                .own()
                .hint(say("journey.my.proof.hint"))
                .maxLength(LONGEST_CODE)
                .autocomplete("off")
                .plain()
                .narrow();
        return new Page(say("journey.my.title"))
                .lead(say("journey.my.lead"))
                .with(errors, code, proof)
                .actions(ActionButton.primary(say("journey.my.open"), () -> open(errors, code, proof)));
    }

    private void open(ErrorSummary errors, Field code, Field proof) {
        var wrong = new ArrayList<Wrong>();
        if (code.value().isEmpty()) {
            wrong.add(new Wrong(code, say("journey.my.code.missing")));
        }
        if (proof.value().isEmpty()) {
            wrong.add(new Wrong(proof, say("journey.my.proof.missing")));
        }
        if (!errors.show(wrong)) {
            return;
        }
        // The same words whichever of the two is wrong: a stranger learns nothing by trying.
        switch (cases.open(code.value(), proof.value(), allowances.place("my-from"))) {
            case Opening.Opened(var its) ->
                Visits.go(here().to(
                                "my",
                                cases.issueKey(its.organisation(), its.id()).token()));
            case Opening.NoMatch() -> errors.show(new Wrong(code, say("journey.my.no-match")));
            case Opening.Later(var from) -> errors.show(new Wrong(code, say("journey.my.later", minutesTo(from))));
        }
    }

    private long minutesTo(Instant from) {
        return Math.max(
                1, Duration.between(visits().now(), from).plusSeconds(59).toMinutes());
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
