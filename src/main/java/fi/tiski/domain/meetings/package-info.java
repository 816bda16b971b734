/**
 * Meetings by video: who waits for one, who takes part, and the line over which their browsers find each other. Picture and
 * sound go from browser to browser and never come here; nothing of a meeting is recorded. What one browser tells another to
 * reach it is deleted when the meeting ends.
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
            "domain.journeys",
            "platform.time",
            "platform.ids",
            "platform.live",
            "platform.pictures",
            "platform.tables",
            "platform.text"
        })
package fi.tiski.domain.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
