package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/**
 * Something on our side went wrong with a press: what was entered is kept, a person can be reached, and a reference leads
 * us to what happened.
 */
@Route(value = "trouble/:reference", layout = HomeFrame.class)
@AnonymousAllowed
class TroubleView extends JourneyView {

    private String reference = "";

    TroubleView(Visits visits) {
        super(visits);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        reference = entering.getRouteParameters()
                .get("reference")
                .filter(given -> given.matches("[A-Z0-9]{6}"))
                .orElse("");
        return true;
    }

    @Override
    Page page() {
        return new CalmPage("warning", say("journey.trouble.title"), say("journey.trouble.lead"))
                .code(visits().organisation().phone())
                .reference(say("journey.trouble.reference", reference))
                .actions(ActionButton.primary(say("journey.trouble.again"), () -> Visits.go(here().start())));
    }

    @Override
    Optional<String> back() {
        return Optional.empty();
    }
}
