package fi.tiski.surface.kiosk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.points.PointsService;

/** A kiosk that has not been told which one it is opens as the organisation's first. */
@Route("kiosk")
@AnonymousAllowed
class KioskView extends Div implements BeforeEnterObserver {

    private final PeopleService people;
    private final PointsService points;

    KioskView(PeopleService people, PointsService points) {
        this.people = people;
        this.points = points;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        WhichKiosk.here()
                .map(Device::kiosk)
                .or(() -> people.organisation().stream()
                        .flatMap(ours -> points.kiosks(ours.id()).stream())
                        .findFirst())
                .ifPresentOrElse(kiosk -> entering.forwardTo("kiosk/" + kiosk.slug()), () -> entering.forwardTo(""));
    }
}
