/**
 * One person's way from the first press to done, on one surface. Owns what has been entered so far, kept before the next
 * page shows; emptied when the person is done.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.cases",
            "platform.text",
            "platform.ids",
            "platform.tables"
        })
package fi.tiski.domain.journeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
