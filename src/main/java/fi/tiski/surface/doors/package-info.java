/**
 * What every request passes before it reaches a page: what the browser is told it may do, how much one address may ask
 * for, and the small pages that stand where no other page can. Knows nothing of who is signed in, nor of cases.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "platform.captions",
            "platform.limits",
            "platform.postgres",
            "platform.text"
        })
package fi.tiski.surface.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
