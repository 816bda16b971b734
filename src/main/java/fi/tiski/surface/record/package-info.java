/**
 * How the case record is told: the sentence of each entry, for the agent's desk and for the customer's own page, which
 * tell the same in the same words.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.cases",
            "domain.knowledge",
            "domain.points",
            "domain.people",
            "platform.text",
            "surface.kit"
        })
package fi.tiski.surface.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
