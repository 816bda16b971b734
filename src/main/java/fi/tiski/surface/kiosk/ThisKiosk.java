package fi.tiski.surface.kiosk;

import com.vaadin.flow.router.BeforeEnterEvent;
import fi.tiski.domain.devices.Device;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the frame asks about the machine that it is shown on. */
@Component
class ThisKiosk {

    private final Enrolment enrolment;

    ThisKiosk(@Value("${tiski.kiosk.enrolment}") Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    /**
     * Once more after {@link KioskDoor}: whoever is on some other page of ours comes to this one without asking for a new
     * document.
     */
    void enter(BeforeEnterEvent entering) {
        var wanted = entering.getRouteParameters().get("kiosk").orElse("");
        if (enrolment == Enrolment.REQUIRED && !isItself(wanted)) {
            entering.forwardTo(EnrolView.class);
        }
    }

    private static boolean isItself(String slug) {
        return WhichKiosk.here()
                .map(Device::kiosk)
                .filter(its -> its.slug().equals(slug))
                .isPresent();
    }
}
