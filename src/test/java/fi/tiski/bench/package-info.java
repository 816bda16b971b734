/**
 * What it costs: {@code ./bench} measures each promise about speed and size as a ratio within one run. Nothing here is a
 * test, so {@code ./test} never runs it; and nothing here carries a Spring stereotype, so no test finds it.
 */
@NullMarked
package fi.tiski.bench;

import org.jspecify.annotations.NullMarked;
