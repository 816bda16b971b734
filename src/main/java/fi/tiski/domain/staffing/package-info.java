/** Who is on duty, where and in which modes; and who stands at which counter. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "platform.time",
            "platform.ids",
            "platform.live",
            "platform.tables"
        })
package fi.tiski.domain.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
