package fi.tiski.surface.kiosk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.surface.journey.JourneyFrame;
import fi.tiski.surface.kit.Frame;
import fi.tiski.surface.kit.OnScreenKeyboard;

/** Around the same pages at a kiosk. Whoever comes to the first page finds everything as if nobody had been here. */
@StyleSheet("context://tiski/kiosk.css")
@AnonymousAllowed
class KioskFrame extends JourneyFrame implements BeforeEnterObserver {

    private boolean atStart;

    KioskFrame(PeopleService people) {
        super(Frame.Kind.KIOSK, people, "kiosk");
        frame().under(new OnScreenKeyboard());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        atStart = entering.getRouteParameters().get("kiosk").isPresent()
                && entering.getLocation().getSegments().size() == 2;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent arrived) {
        super.afterNavigation(arrived);
        if (atStart) {
            frame().reset();
        }
    }
}
