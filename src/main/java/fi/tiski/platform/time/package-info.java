/** The clock that everybody reads, so that a test can set it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
