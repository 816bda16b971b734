/** What people do, in a real browser, and what they meet there. */
@NullMarked
package fi.tiski.journeys;

import org.jspecify.annotations.NullMarked;
