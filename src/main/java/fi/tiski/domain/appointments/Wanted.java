package fi.tiski.domain.appointments;

import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.platform.text.Language;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The meeting somebody wants, before a time is chosen.
 *
 * @param point where; exactly when in person
 * @param topic empty for "I would rather tell a person": any agent will do
 * @param usual how long the topic takes without any needs
 * @param interpreter the language that somebody here interprets and that an interpreter is booked for; only with
 *     {@link Need#INTERPRETER}, and empty when nobody here interprets what was asked for: then the time is without one
 * @param zone whose days the times are listed by
 */
public record Wanted(
        OrganisationId organisation,
        MeetingMode mode,
        Optional<ServicePoint> point,
        Optional<TopicId> topic,
        Duration usual,
        Needs needs,
        Language language,
        Optional<InterpretedLanguage> interpreter,
        ZoneId zone) {

    public Wanted {
        if ((mode == MeetingMode.IN_PERSON) != point.isPresent()) {
            throw new IllegalArgumentException("A place goes with meeting in person, and only with it");
        }
        interpreter = needs.all().contains(Need.INTERPRETER) ? interpreter : Optional.empty();
    }

    /** Without an interpreter. */
    public Wanted(
            OrganisationId organisation,
            MeetingMode mode,
            Optional<ServicePoint> point,
            Optional<TopicId> topic,
            Duration usual,
            Needs needs,
            Language language,
            ZoneId zone) {
        this(organisation, mode, point, topic, usual, needs, language, Optional.empty(), zone);
    }

    /** How long it takes with these needs. */
    public Duration length() {
        return needs.lengthen(usual);
    }
}
