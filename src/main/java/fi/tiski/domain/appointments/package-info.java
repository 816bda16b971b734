/**
 * Reserved times with an agent: in person, by video, by phone. Owns free times, holds and bookings; that two never
 * overlap is the database's doing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "domain.cases",
            "domain.staffing",
            "platform.text",
            "platform.time",
            "platform.ids",
            "platform.live",
            "platform.tables"
        })
package fi.tiski.domain.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
