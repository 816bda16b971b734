/**
 * A slip as the bytes that a receipt printer understands (ESC/POS): what is on the page's slip, and nothing else. Knows
 * the paper and the printer's signs; what stands on a slip comes from its page, and where it is printed is the kiosk's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"surface.kit"})
package fi.tiski.surface.slips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
