package fi.tiski.surface.kiosk;

import fi.tiski.domain.devices.Beat;
import fi.tiski.domain.devices.Facts;
import fi.tiski.domain.points.Geometry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A heartbeat as a keeper sends it. Whatever is missing or malformed makes it none, and is answered with 400. */
record HeartbeatMessage(
        @Nullable String version,
        @Nullable String screen,
        @Nullable String printer,
        @Nullable String speech,
        @Nullable String jack,
        @Nullable Long freeDisk,
        @Nullable Double temperature,
        @Nullable Measures geometry,
        @Nullable List<UUID> done) {

    /** In pixels and millimetres, see {@link Geometry}. */
    record Measures(double pxPerMm, double viewingMm, double lowestMm, double highestMm) {}

    private static final int MOST_DONE = 100;

    /** Throws {@link IllegalArgumentException} when it is not what a machine says. */
    Beat beat() {
        return new Beat(
                new Facts(
                        said(version),
                        said(screen),
                        said(printer),
                        said(speech),
                        said(jack),
                        freeDisk == null ? -1 : freeDisk,
                        temperature == null ? OptionalDouble.empty() : OptionalDouble.of(temperature)),
                Optional.ofNullable(geometry)
                        .map(its -> new Geometry(its.pxPerMm(), its.viewingMm(), its.lowestMm(), its.highestMm())),
                done == null ? List.of() : done.stream().limit(MOST_DONE).toList());
    }

    private static String said(@Nullable String fact) {
        if (fact == null) {
            throw new IllegalArgumentException("A fact is missing");
        }
        return fact;
    }
}
