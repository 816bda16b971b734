/**
 * The service that recognises speech for captions, where an organisation runs one beside Tiski. Owns where it is, for each
 * language. Sound goes to it straight from browsers, and never comes here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.captions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
