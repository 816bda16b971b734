/**
 * The stage of a meeting by video, the same for everybody who takes part, and the line over which browsers find each other.
 * It runs in the browser alone: a page that is read again, or a server that is away for a moment, ends no meeting.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "domain.cases",
            "domain.meetings",
            "domain.together",
            "platform.captions",
            "platform.live",
            "platform.pictures",
            "platform.relay",
            "platform.text"
        })
package fi.tiski.surface.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
