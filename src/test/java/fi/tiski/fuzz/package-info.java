/**
 * What no person would send: every route, every form and every message of an open page, tried more than twenty thousand
 * times with odd values. Each try is made from a seed and its own number alone, so that one that failed can be made again:
 * {@code ./test -Dtest=RouteFuzzTest -Dtiski.fuzz.seed=...}.
 */
@NullMarked
package fi.tiski.fuzz;

import org.jspecify.annotations.NullMarked;
