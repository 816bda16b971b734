/**
 * Passing a case on without the customer having to tell it again: to whom, with which card, and whether the receiver has
 * read it. What is on a card never leaves it but to agents of the same organisation.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.knowledge",
            "domain.cases",
            "domain.staffing",
            "platform.text",
            "platform.time",
            "platform.ids",
            "platform.live",
            "platform.tables"
        })
package fi.tiski.domain.handovers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
