package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.postgres.Outage;
import fi.tiski.surface.kit.CalmPage;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page that could not even be made. It has no frame, which may be what failed, and asks nothing of the database. When
 * that was away the page comes up by itself as soon as it is back.
 */
@AnonymousAllowed
class CouldNotShowView extends Div implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(CouldNotShowView.class);
    private static final int REFERENCE_LENGTH = 6;

    private final Visits visits;

    CouldNotShowView(Visits visits) {
        this.visits = visits;
        addClassNames("view", "frameless");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent entering, ErrorParameter<Exception> failed) {
        removeAll();
        if (Outage.isBehind(failed.getException())) {
            log.warn("The database does not answer: {}", failed.getException().getMessage());
            var page = new CalmPage("clock", say("kit.away.title"), say("kit.away.kept"));
            visits.lastKnownPhone()
                    .ifPresent(phone -> page.line(say("kit.away.call")).code(phone));
            page.getElement().setAttribute("data-away", true);
            add(page);
            Trouble.waitForTheDatabase(entering.getUI());
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        var reference = Ids.speakable(REFERENCE_LENGTH);
        log.error("Trouble {}", reference, failed.getException());
        var page = new CalmPage("warning", say("journey.trouble.title"), say("journey.trouble.lead"));
        visits.lastKnownPhone().ifPresent(page::code);
        add(page.reference(say("journey.trouble.reference", reference)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
