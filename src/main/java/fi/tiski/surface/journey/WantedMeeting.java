package fi.tiski.surface.journey;

import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.time.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The meeting that a journey's answers amount to so far. */
@Component
class WantedMeeting {

    /** What is offered to those who would rather tell a person: time enough to find out together. */
    private static final Duration UNTOLD = Duration.ofMinutes(30);

    private static final ZoneId WITHOUT_POINTS = ZoneId.of("Europe/Helsinki");

    private final AppointmentsService appointments;
    private final TopicsService topics;
    private final PointsService points;
    private final InterpretersService interpreters;

    WantedMeeting(
            AppointmentsService appointments,
            TopicsService topics,
            PointsService points,
            InterpretersService interpreters) {
        this.appointments = appointments;
        this.topics = topics;
        this.points = points;
        this.interpreters = interpreters;
    }

    Optional<Topic> topic(Journey journey) {
        return journey.answer(Question.TOPIC)
                .flatMap(id -> topics.topic(journey.organisation(), new TopicId(UUID.fromString(id))));
    }

    /** What was chosen is not served any more: it ended after it was chosen. */
    boolean topicHasEnded(Journey journey) {
        return journey.answer(Question.TOPIC)
                .filter(id -> !topics.isServed(journey.organisation(), new TopicId(UUID.fromString(id))))
                .isPresent();
    }

    Optional<ServicePoint> point(Journey journey) {
        return journey.answer(Question.POINT)
                .flatMap(id -> points.point(journey.organisation(), new PointId(UUID.fromString(id))));
    }

    static Optional<MeetingMode> mode(Journey journey) {
        return journey.answer(Question.MODE).flatMap(MeetingMode::ofTag);
    }

    static Needs needs(Journey journey) {
        return new Needs(
                journey.answer(Question.NEEDS).stream()
                        .flatMap(tags -> Arrays.stream(tags.split(",")))
                        .flatMap(tag -> Need.ofTag(tag).stream())
                        .collect(Collectors.toSet()),
                journey.answer(Question.INTERPRETER_LANGUAGE));
    }

    /** Empty while the mode, or the place of a meeting in person, has not been answered. */
    Optional<Wanted> of(Journey journey) {
        return mode(journey)
                .flatMap(mode -> mode == MeetingMode.IN_PERSON
                        ? point(journey).map(point -> wanted(journey, mode, Optional.of(point)))
                        : Optional.of(wanted(journey, mode, Optional.empty())));
    }

    /** As the answers are, but in another mode or at another place. */
    Wanted wanted(Journey journey, MeetingMode mode, Optional<ServicePoint> point) {
        var topic = topic(journey);
        var needs = needs(journey);
        return new Wanted(
                journey.organisation(),
                mode,
                point,
                topic.map(Topic::id),
                topic.flatMap(its -> its.duration(mode)).orElse(UNTOLD),
                needs,
                journey.language(),
                needs.interpreterLanguage().flatMap(words -> interpreters.named(journey.organisation(), words)),
                point.map(ServicePoint::zone).orElseGet(() -> zone(journey.organisation())));
    }

    /** The first free time of all, in any mode and at any place, about nothing in particular. */
    Optional<Span> soonest(OrganisationId organisation, Language language) {
        var zone = zone(organisation);
        var remote = Stream.of(MeetingMode.PHONE, MeetingMode.VIDEO)
                .map(mode -> new Wanted(
                        organisation, mode, Optional.empty(), Optional.empty(), UNTOLD, Needs.NONE, language, zone));
        var inPerson = points.points(organisation).stream()
                .map(point -> new Wanted(
                        organisation,
                        MeetingMode.IN_PERSON,
                        Optional.of(point),
                        Optional.empty(),
                        UNTOLD,
                        Needs.NONE,
                        language,
                        point.zone()));
        return Stream.concat(remote, inPerson)
                .flatMap(wanted -> appointments.firstFree(wanted, 1).stream())
                .min(Comparator.comparing(Span::from));
    }

    ZoneId zone(OrganisationId organisation) {
        return points.points(organisation).stream()
                .findFirst()
                .map(ServicePoint::zone)
                .orElse(WITHOUT_POINTS);
    }
}
