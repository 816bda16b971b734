package fi.tiski.domain.journeys;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.platform.text.Language;
import java.util.Map;
import java.util.Optional;

/**
 * What one person has entered so far.
 *
 * @param token stands in the address; 160 random bits
 * @param atKiosk whether it goes on at a kiosk, of {@code point} then
 * @param point where the person is, or has chosen to go first
 */
public record Journey(
        OrganisationId organisation,
        String token,
        boolean atKiosk,
        Optional<PointId> point,
        Language language,
        Map<Question, String> answers,
        Optional<CaseId> caseId) {

    public Journey {
        answers = Map.copyOf(answers);
    }

    public Optional<String> answer(Question question) {
        return Optional.ofNullable(answers.get(question));
    }

    /** Not what was entered: this ends up in logs. */
    @Override
    public String toString() {
        return "Journey[" + (atKiosk ? "kiosk" : "home") + "]";
    }
}
