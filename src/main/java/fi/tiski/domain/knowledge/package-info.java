/** The catalogue: what a customer can come for, how long it takes, what to have at hand. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"domain.people", "platform.live", "platform.text", "platform.ids", "platform.tables"})
package fi.tiski.domain.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
