package fi.tiski.surface.kiosk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import fi.tiski.domain.devices.CareService;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.DevicesService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.Frame;
import org.springframework.beans.factory.annotation.Value;

/** What the frame asks about the machine that it is shown on. */
@org.springframework.stereotype.Component
class ThisKiosk {

    private final Enrolment enrolment;
    private final PointsService points;
    private final DevicesService devices;
    private final CareService care;
    private final Live live;

    ThisKiosk(
            @Value("${tiski.kiosk.enrolment}") Enrolment enrolment,
            PointsService points,
            DevicesService devices,
            CareService care,
            Live live) {
        this.enrolment = enrolment;
        this.points = points;
        this.devices = devices;
        this.care = care;
        this.live = live;
    }

    /** What comes to this frame's page from elsewhere. */
    Remote remote(Component holder, Frame frame) {
        return new Remote(holder, frame, devices, care, live);
    }

    /**
     * Once more after {@link KioskDoor}: whoever is on some other page of ours comes to this one without asking for a new
     * document.
     */
    void enter(BeforeEnterEvent entering, Remote remote) {
        var wanted = entering.getRouteParameters().get("kiosk").orElse("");
        if (enrolment == Enrolment.REQUIRED && !isItself(wanted)) {
            entering.forwardTo(EnrolView.class);
        } else {
            points.kiosk(wanted).ifPresent(remote::at);
        }
    }

    private static boolean isItself(String slug) {
        return WhichKiosk.here()
                .map(Device::kiosk)
                .filter(its -> its.slug().equals(slug))
                .isPresent();
    }
}
