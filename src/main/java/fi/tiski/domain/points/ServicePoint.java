package fi.tiski.domain.points;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.text.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A place with counters, rooms, kiosks and opening hours.
 *
 * @param slug its name in addresses, such as {@code keskusta}
 * @param directions how to get there and in, in plain words
 * @param zone its calendar and its clock on the wall
 */
public record ServicePoint(
        OrganisationId organisation,
        PointId id,
        String slug,
        LocalText name,
        String address,
        LocalText directions,
        ZoneId zone,
        boolean stepFree) {

    /** The day it is there. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
