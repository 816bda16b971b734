/**
 * Organisations, agents and customers. Owns who somebody is and how they can be reached; password hashes never leave it
 * except to be compared.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.text", "platform.ids", "platform.time", "platform.tables"})
package fi.tiski.domain.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
