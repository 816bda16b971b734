/**
 * A certificate that this machine gives itself, so that pages opened from another device are secure ones: only those are
 * given a camera and a microphone. For trying Tiski out; a service that people use has a real one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fi.tiski.platform.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
