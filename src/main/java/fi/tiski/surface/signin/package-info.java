/**
 * Who may come in where. Customers' pages are open to everybody; the desk asks an agent to sign in. Owns the sign-in page,
 * how often a password may be tried, and when a signed-in session ends; passwords pass through it to be compared and are
 * kept nowhere.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "domain.people",
            "platform.limits",
            "platform.postgres",
            "platform.text",
            "platform.time",
            "surface.kit"
        })
package fi.tiski.surface.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
