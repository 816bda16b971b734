/** What {@code kiosk-profile/} makes of a machine, tried without one: its files, its policies, its session. */
@NullMarked
package fi.tiski.kiosk;

import org.jspecify.annotations.NullMarked;
