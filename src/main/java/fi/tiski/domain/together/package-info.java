/**
 * Looking together in a meeting: a page that the agent opens for the customer, on which both see the same while it changes,
 * and which only the customer approves. What was agreed becomes an entry of the case. What the customer keeps to themselves
 * is given to no agent, and nothing of a page is left once it has ended.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "domain.cases",
            "domain.meetings",
            "platform.ids",
            "platform.live",
            "platform.tables",
            "platform.text"
        })
package fi.tiski.domain.together;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
