package fi.tiski.platform.live;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method that reads: screens that are told of changes and ask the same are given the same answer, until something of
 * these kinds is committed here or announced. So a hundred desks that show one queue read it once.
 *
 * <p>Only a re-reading by {@link Live#told} gets such an answer; a press, and whatever runs in a transaction, reads for
 * itself. An answer may be as old as the time between two healings (15 seconds) where it hangs on the clock. It must be
 * immutable, and what it depends on must be in the arguments and {@link #value}: nothing about who asks.
 *
 * <p>Such a reading is on the way from a change to every screen, where each trip to the database counts: one that asks a
 * single question takes part in a transaction but begins none ({@code Propagation.SUPPORTS}), which saves the commit.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UntilChanged {

    /** The kinds of {@link LiveKey} that it depends on; none for what is never announced. */
    String[] value();
}
