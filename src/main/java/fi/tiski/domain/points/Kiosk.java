package fi.tiski.domain.points;

import fi.tiski.domain.people.OrganisationId;
import java.util.Optional;

/**
 * An enrolled device at a service point.
 *
 * @param geometry its glass, as its machine has said; empty until it has
 * @param hours when its screen is lit; empty for as long as the point's doors are open
 */
public record Kiosk(
        OrganisationId organisation,
        KioskId id,
        PointId point,
        String slug,
        Optional<Geometry> geometry,
        Optional<ScreenHours> hours) {}
