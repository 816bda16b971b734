/** What carries the counter, free of the domain. */
@NullMarked
package fi.tiski.platform;

import org.jspecify.annotations.NullMarked;
