/**
 * The display of a waiting room: which number is called to which counter. Everybody in the room sees it, so nothing
 * personal ever comes here: numbers and places only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "surface.kit",
            "domain.people",
            "domain.points",
            "domain.queue",
            "platform.text",
            "platform.live"
        })
package fi.tiski.surface.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
