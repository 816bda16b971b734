package fi.tiski.domain.queue;

/**
 * How often the wait that people were told held.
 *
 * @param called people who were told a wait and have been called
 * @param kept those of them who waited no less and no longer than they were told
 */
public record WaitsKept(int called, int kept) {}
