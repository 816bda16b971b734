/** What the tests are told with: a clock that can be set, a real database, and fixtures that read as a sentence. */
@NullMarked
package fi.tiski.support;

import org.jspecify.annotations.NullMarked;
