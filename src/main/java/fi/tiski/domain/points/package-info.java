/** Service points: their counters, rooms and kiosks, and when their doors are open. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "platform.live",
            "platform.text",
            "platform.ids",
            "platform.time",
            "platform.tables"
        })
package fi.tiski.domain.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
