package fi.tiski.domain.queue;

import java.util.Optional;

/**
 * What a customer sees of their own number.
 *
 * @param ahead people before them
 * @param expected empty when nobody serves at the point just now
 * @param reachedBeforeClosing false when even the longest wait ends after the doors close: said at once
 */
public record TicketPlace(Ticket ticket, int ahead, Optional<Wait> expected, boolean reachedBeforeClosing) {}
