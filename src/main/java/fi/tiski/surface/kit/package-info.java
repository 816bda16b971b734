/**
 * The accessible components that every surface is built from, all of native HTML elements. Owns how a thing looks to
 * the eye, the ear and the hand; the words come from the caller, already in the person's language. Knows nothing of
 * cases, queues or people.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.text", "platform.live"})
package fi.tiski.surface.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
