/**
 * Brings who waits before an agent who is free: a number whose turn it is, a call that is due, a case handed over. Owns who
 * is asked, for how long, and who is asked next; what is done with it is the business of the modules below.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.cases",
            "domain.staffing",
            "domain.queue",
            "domain.appointments",
            "domain.handovers",
            "domain.meetings",
            "platform.time",
            "platform.ids",
            "platform.live",
            "platform.tables"
        })
package fi.tiski.domain.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
