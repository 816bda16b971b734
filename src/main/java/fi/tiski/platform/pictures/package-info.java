/**
 * Pictures that come from outside. Owns what counts as one: decoded for real, bounded in bytes and dimensions, and encoded
 * anew, so that nothing of what was sent goes on but the picture itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
