/**
 * How much may be asked for, and how often a secret may be tried. Owns the counts, in the database so that all processes
 * count together; what is counted is kept as a hash, and forgotten when the count is over.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tables"})
package fi.tiski.platform.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
