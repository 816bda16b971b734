package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** An address that leads nowhere: a slip of the finger, or a link that was cut in two. */
@ParentLayout(HomeFrame.class)
@AnonymousAllowed
class NothingHereView extends JourneyView implements HasErrorParameter<NotFoundException> {

    NothingHereView(Visits visits) {
        super(visits);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<NotFoundException> lost) {
        show();
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        return new CalmPage("info", say("journey.nothing.title"), say("journey.nothing.lead"))
                .actions(ActionButton.primary(say("journey.nothing.start"), () -> Visits.go(here().start())));
    }

    @Override
    Optional<String> back() {
        return Optional.empty();
    }
}
