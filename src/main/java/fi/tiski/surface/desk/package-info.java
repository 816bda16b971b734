/**
 * The agent's one screen: who waits, the case in hand, my day. Owns how an agent is shown what happens and what the next
 * sensible thing to do is; what doing it means is the domain's business. Nothing of it is open without signing in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "surface.meeting",
            "surface.record",
            "surface.signin",
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "domain.cases",
            "domain.staffing",
            "domain.queue",
            "domain.appointments",
            "domain.handovers",
            "domain.devices",
            "domain.meetings",
            "domain.together",
            "domain.encounters",
            "domain.offers",
            "platform.text",
            "platform.time",
            "platform.live",
            "platform.pictures"
        })
package fi.tiski.surface.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
