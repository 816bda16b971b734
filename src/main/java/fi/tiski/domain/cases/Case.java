package fi.tiski.domain.cases;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.Customer;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.live.LiveKey;
import fi.tiski.platform.text.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * One matter of one customer, as it stands now.
 *
 * @param code for people to say; it alone opens nothing
 * @param version raised with every change of this record
 */
public record Case(
        OrganisationId organisation,
        CaseId id,
        String code,
        CaseState state,
        Customer customer,
        Optional<Helper> helper,
        Optional<TopicId> topic,
        Optional<PointId> point,
        Language language,
        Needs needs,
        Instant openedAt,
        Channel openedIn,
        Instant changedAt,
        int version) {

    public LiveKey liveKey() {
        return liveKey(id);
    }

    /** Announced whenever the case or its entries change. */
    public static LiveKey liveKey(CaseId id) {
        return LiveKey.of("case", id.value());
    }
}
