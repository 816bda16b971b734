/**
 * The case record: one matter of one customer across all channels. Owns the entries, which are only ever added, who read
 * them, and the customer's own keys to the case. What a person said or wrote never leaves it but to an agent of the same
 * organisation or to the customer.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.points",
            "domain.knowledge",
            "platform.text",
            "platform.ids",
            "platform.limits",
            "platform.live",
            "platform.pictures",
            "platform.tables"
        })
package fi.tiski.domain.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
