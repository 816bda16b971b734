package fi.tiski.domain.meetings;

/**
 * What one browser tells another. The server does not read it.
 *
 * @param number rises within a meeting, in the order in which signals were sent
 */
public record Signal(long number, ParticipantId from, String body) {}
