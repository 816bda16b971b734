package fi.tiski.domain.handovers;

/**
 * What a case has cost its customer so far.
 *
 * @param bounces how often it was handed back, or handed on again by who had received it
 * @param repeats how often the customer asked for a number, a call or a time after somebody had served them on it already
 * @param agents how many different people have served them
 */
public record Effort(int bounces, int repeats, int agents) {}
