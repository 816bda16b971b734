/** Walk-in numbers and call backs: who waits, who is called, who is served. */
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
package fi.tiski.domain.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
