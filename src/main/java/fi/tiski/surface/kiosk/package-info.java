/**
 * What only a kiosk has: the frame around the pages of a journey, the keyboard on the glass, an end for each person, and
 * which machine may be a kiosk at all.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "surface.journey",
            "surface.doors",
            "domain.people",
            "domain.points",
            "domain.journeys",
            "domain.devices",
            "domain.queue",
            "platform.limits",
            "platform.live",
            "platform.postgres",
            "platform.text",
            "platform.time"
        })
package fi.tiski.surface.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
