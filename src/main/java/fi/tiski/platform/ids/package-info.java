/** Identifiers that sort by the time they were made. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.ids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
