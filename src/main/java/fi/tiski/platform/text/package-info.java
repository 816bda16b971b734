/**
 * Languages and message bundles. Owns which languages there are and how a text is found in them; knows nothing of what
 * is said.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
