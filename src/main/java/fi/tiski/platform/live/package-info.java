/**
 * Changes announced after commit, seen on every screen. Owns the {@code tiski} notification channel. An announcement
 * carries keys of what changed and never what it changed to: who hears it reads again through a service that checks
 * whether they may.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
