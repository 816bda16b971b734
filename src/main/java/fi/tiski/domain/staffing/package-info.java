/**
 * Who is on duty, where and in which modes; who stands at which counter; when their breaks are, and whether somebody can
 * be sent to them. Knows nothing of whom they serve: the modules above tell it when an encounter ends.
 */
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
