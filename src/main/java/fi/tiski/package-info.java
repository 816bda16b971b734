/** Starts it all, and says so to the person who started it. */
@NullMarked
package fi.tiski;

import org.jspecify.annotations.NullMarked;
