package fi.tiski.domain.journeys;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.OrganisationId;

/** A person was done, or left a kiosk, on a journey that was about this case. Published within the transaction. */
public record JourneyEnded(OrganisationId organisation, CaseId caseId) {}
