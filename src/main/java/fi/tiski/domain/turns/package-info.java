/**
 * Where the walk-in line and agreed times meet: tells the queue who comes to a point by appointment, so that one rule says
 * whose turn it is. Owns nothing of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.cases",
            "domain.knowledge",
            "domain.queue",
            "domain.appointments",
            "platform.time"
        })
package fi.tiski.domain.turns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
