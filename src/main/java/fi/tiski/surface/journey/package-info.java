/**
 * The customer's pages, from the first press to done: the same pages at home and in the frame of a kiosk. Everything that
 * is entered is kept by the journey before the next page shows; nothing but a token stands in the address.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.doors",
            "surface.kit",
            "surface.meeting",
            "surface.record",
            "surface.slips",
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "domain.cases",
            "domain.staffing",
            "domain.queue",
            "domain.appointments",
            "domain.handovers",
            "domain.journeys",
            "domain.meetings",
            "domain.together",
            "platform.text",
            "platform.ids",
            "platform.time",
            "platform.limits",
            "platform.live",
            "platform.relay",
            "platform.postgres"
        })
package fi.tiski.surface.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
