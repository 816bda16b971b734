/**
 * What begins and ends in the same way, however agent and customer have met: over a number, on the phone, at an agreed time,
 * or with a case taken up by hand. Owns nothing of its own; numbers, calls and appointments know their own steps.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.cases",
            "domain.staffing",
            "domain.queue",
            "domain.appointments",
            "domain.meetings"
        })
package fi.tiski.domain.encounters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
