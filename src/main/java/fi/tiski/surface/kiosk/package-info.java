/** What only a kiosk has: the frame around the pages of a journey, the keyboard on the glass, an end for each person. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "surface.journey",
            "domain.people",
            "domain.points",
            "domain.journeys",
            "platform.text"
        })
package fi.tiski.surface.kiosk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
