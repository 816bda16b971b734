package fi.tiski.domain.people;

import fi.tiski.platform.text.LocalText;

/**
 * Who keeps the counters open: a municipality, or a partner.
 *
 * @param phone the number that a person answers when everything else is away, as it is shown
 */
public record Organisation(OrganisationId id, String slug, LocalText name, String phone) {}
