package fi.tiski.surface.journey;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.postgres.Outage;
import fi.tiski.surface.kit.Address;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Nobody is left with a press that did nothing: what went wrong goes to the log, and a calm page to the person. */
@Component
class Trouble implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(Trouble.class);
    private static final int REFERENCE_LENGTH = 6;

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        initiated.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(Trouble::tell));
    }

    /** The browser shows the calm page until the database is there again, and then loads this page anew. */
    static void waitForTheDatabase(UI window) {
        window.getPage().executeJs("window.Tiski.databaseAway($0)", Address.of("actuator/health/database"));
    }

    private static void tell(ErrorEvent error) {
        if (error.getThrowable() instanceof TooManyHere && UI.getCurrent() != null) {
            BusyView.show(UI.getCurrent());
            return;
        }
        if (Outage.isBehind(error.getThrowable())) {
            log.warn("The database does not answer: {}", error.getThrowable().getMessage());
            Optional.ofNullable(UI.getCurrent()).ifPresent(Trouble::waitForTheDatabase);
            return;
        }
        var window = UI.getCurrent();
        if (window != null && !window.isAttached()) {
            // Its session has just ended, at a kiosk or by signing out: a press that was under way has nobody left.
            log.debug("A page that is gone failed", error.getThrowable());
            return;
        }
        var reference = Ids.speakable(REFERENCE_LENGTH);
        if (isRefused(error.getThrowable())) {
            log.warn("Refused a message that no page of ours sends ({})", reference);
        } else {
            log.error("Trouble {}", reference, error.getThrowable());
        }
        if (window == null) {
            return;
        }
        var address = window.getInternals().getActiveViewLocation().getPath();
        if (address.startsWith("kiosk/")) {
            var kiosk = address.split("/")[1];
            window.navigate("kiosk/" + kiosk + "/trouble/" + reference);
        } else if (address.startsWith("desk")) {
            // An agent's screen comes up again as it was, with the note that was being written.
            window.getPage().reload();
        } else {
            window.navigate("trouble/" + reference);
        }
    }

    /** Vaadin itself did not take what a browser sent, before any page of ours came to see it: that is forged. */
    private static boolean isRefused(Throwable thrown) {
        for (var step : thrown.getStackTrace()) {
            if (step.getClassName().startsWith("fi.tiski.")) {
                return false;
            }
            if (step.getClassName().equals(ServerRpcHandler.class.getName())) {
                return true;
            }
        }
        return false;
    }
}
