package fi.tiski.domain.queue;

import java.time.Duration;

/**
 * How long somebody waits, as a range that is kept more often than not.
 *
 * @param atLeast whole minutes, a multiple of five
 * @param atMost whole minutes, a multiple of five, five at least
 */
public record Wait(Duration atLeast, Duration atMost) {

    private static final int GRID = 5;

    /** A judgement, not a measurement: the average alone does not know how much service times scatter. */
    private static final double OPTIMIST = 0.6;

    private static final double PESSIMIST = 1.5;

    /**
     * The first rule, from the average alone: who is ahead is shared among the agents, and everybody takes the typical
     * time.
     *
     * @param ahead people before this one, those at the counters not counted
     * @param agents on shift; at least one
     * @param typical how long serving one person has taken lately
     */
    public static Wait estimate(int ahead, int agents, Duration typical) {
        if (agents < 1) {
            throw new IllegalArgumentException("Nobody serves: there is no wait to promise");
        }
        var rounds = (double) ahead / agents;
        var shortest = (int) (rounds * typical.toMinutes() * OPTIMIST) / GRID * GRID;
        var longest = (int) Math.ceil((rounds + 1.0 / agents) * typical.toMinutes() * PESSIMIST / GRID) * GRID;
        return new Wait(Duration.ofMinutes(shortest), Duration.ofMinutes(Math.max(GRID, longest)));
    }
}
