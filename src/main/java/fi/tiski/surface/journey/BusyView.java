package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.CalmPage;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** So much is asked for from one address that it has to wait: what to do, and the number that a person answers. */
@Route(value = "busy", layout = HomeFrame.class)
@AnonymousAllowed
class BusyView extends JourneyView {

    BusyView(Visits visits) {
        super(visits);
    }

    /** At the kiosk where the window is, or at home. */
    static void show(UI window) {
        var address = window.getInternals().getActiveViewLocation().getPath();
        window.navigate(address.startsWith("kiosk/") ? "kiosk/" + address.split("/")[1] + "/busy" : "busy");
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        return new CalmPage("clock", say("journey.busy.title"), say("journey.busy.lead"))
                .line(say("journey.busy.call"))
                .code(visits().organisation().phone())
                .actions(ActionButton.primary(say("journey.busy.again"), () -> Visits.go(here().start())));
    }

    @Override
    Optional<String> back() {
        return Optional.empty();
    }
}
