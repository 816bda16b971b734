package fi.tiski.domain.points;

import fi.tiski.domain.people.OrganisationId;

/** An enrolled device at a service point. */
public record Kiosk(OrganisationId organisation, KioskId id, PointId point, String slug) {}
