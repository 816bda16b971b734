/**
 * The relay that two browsers talk through when no direct way leads from one to the other: a TURN server (RFC 8656), such
 * as coturn, which stands beside Tiski. Owns the secret that it shares with the relay; what leaves here are credentials
 * that soon mean nothing. What is said through a relay never passes through Tiski.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
