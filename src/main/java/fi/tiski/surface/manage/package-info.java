/**
 * What managers see to. Owns how it is shown and what is asked before something cannot be taken back; nothing of it is open
 * to anybody but a manager who has signed in, and nothing of a customer is on it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "surface.signin",
            "domain.people",
            "domain.points",
            "domain.cases",
            "domain.appointments",
            "domain.meetings",
            "domain.devices",
            "domain.queue",
            "platform.text",
            "platform.time",
            "platform.live"
        })
package fi.tiski.surface.manage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
