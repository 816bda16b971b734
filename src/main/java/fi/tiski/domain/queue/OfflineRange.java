package fi.tiski.domain.queue;

import java.time.LocalDate;

/**
 * The numbers that a kiosk may give by itself while the line is away.
 *
 * @param first of them; {@code last} is among them too
 * @param day on which it may, of the point's own calendar
 */
public record OfflineRange(int first, int last, LocalDate day) {}
