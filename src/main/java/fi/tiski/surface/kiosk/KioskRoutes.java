package fi.tiski.surface.kiosk;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fi.tiski.surface.journey.JourneyPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts the pages of a journey under each kiosk's address too: {@code kiosk/<kiosk>/...}. */
@Component
@EnableConfigurationProperties(Habits.class)
class KioskRoutes implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        var routes = RouteConfiguration.forApplicationScope();
        for (var page : JourneyPages.all()) {
            var address = JourneyPages.address(page);
            routes.setRoute("kiosk/:kiosk" + (address.isEmpty() ? "" : "/" + address), page, KioskFrame.class);
        }
    }
}
