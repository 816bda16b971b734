package fi.tiski.domain.points;

/** Where a called number goes. The label is what is written above it. */
public record Counter(CounterId id, PointId point, String label) {}
