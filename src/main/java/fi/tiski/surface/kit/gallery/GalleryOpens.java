package fi.tiski.surface.kit.gallery;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A profile on a view itself would not keep Vaadin from finding its route. */
@Component
@Profile("demo")
class GalleryOpens implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent initiated) {
        var routes =
                RouteConfiguration.forRegistry(initiated.getSource().getRouter().getRegistry());
        if (!routes.isRouteRegistered(GalleryView.class)) {
            routes.setAnnotatedRoute(GalleryView.class);
        }
    }
}
