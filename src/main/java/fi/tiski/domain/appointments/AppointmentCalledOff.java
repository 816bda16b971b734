package fi.tiski.domain.appointments;

import fi.tiski.domain.people.OrganisationId;

/** Nobody meets at that time: it was cancelled or moved, or the customer did not come. Published within the transaction. */
public record AppointmentCalledOff(OrganisationId organisation, AppointmentId id) {}
