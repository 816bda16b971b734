/** A house that is built wrong, in each way that the architecture test must see. */
@NullMarked
package fi.tiski.architecture.upward;

import org.jspecify.annotations.NullMarked;
