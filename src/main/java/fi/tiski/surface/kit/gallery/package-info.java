/** Every component of the kit with its named examples, which feed the docs, the tests and the audits. Demo only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.text", "surface.kit"})
package fi.tiski.surface.kit.gallery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
