package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.LanguageName;
import fi.tiski.surface.kit.When;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An appointment in plain lines: when, how, where, with whom, about what. */
@Component
class MeetingFacts {

    private final PointsService points;
    private final TopicsService topics;
    private final WantedMeeting meetings;

    MeetingFacts(PointsService points, TopicsService topics, WantedMeeting meetings) {
        this.points = points;
        this.topics = topics;
        this.meetings = meetings;
    }

    /** {@code needs} of the case: who asked for an interpreter is told also when none is booked. */
    Facts of(Appointment appointment, Needs needs, Visits visits) {
        var facts = new Facts()
                .fact("clock", say("journey.fact.when"), when(appointment, visits))
                .fact(Pictures.of(appointment.mode()), say("journey.fact.how"), how(appointment));
        point(appointment)
                .ifPresent(point -> facts.fact(
                        "place",
                        say("journey.fact.where"),
                        point.name().in(language()) + ", " + point.address()
                                + appointment
                                        .roomLabel()
                                        .map(room -> ", " + say("journey.fact.room", room))
                                        .orElse("")));
        facts.fact("person", say("journey.fact.agent"), appointment.agentName());
        interpreter(appointment, needs)
                .ifPresent(words -> facts.fact("interpreter", say("journey.fact.interpreter"), words));
        appointment
                .topic()
                .flatMap(id -> topics.topic(appointment.organisation(), id))
                .ifPresent(topic -> facts.own(
                        topic.pictogram(),
                        say("journey.fact.topic"),
                        topic.name().in(language())));
        return facts;
    }

    /** Who interprets and which language, or that nobody is booked to yet; empty where nobody asked for it. */
    Optional<String> interpreter(Appointment appointment, Needs needs) {
        return appointment
                .interpreter()
                .map(beside -> say(
                        "journey.interpreter.who",
                        beside.name(),
                        LanguageName.in(language(), beside.language().tag())))
                .or(() -> Optional.of(say("journey.interpreter.not-yet"))
                        .filter(words -> needs.all().contains(Need.INTERPRETER)));
    }

    /** "Monday 23 November at 9:15", on the clock of where it happens. */
    String when(Appointment appointment, Visits visits) {
        var starts = appointment.during().from();
        var there = zone(appointment);
        var words = When.capital(visits.when(there).dateAndTime(starts));
        var ours = meetings.zone(appointment.organisation());
        return there.getRules().getOffset(starts).equals(ours.getRules().getOffset(starts))
                ? words
                : say("when.there", words);
    }

    static String how(Appointment appointment) {
        return say("journey.mode." + appointment.mode().tag());
    }

    ZoneId zone(Appointment appointment) {
        return point(appointment).map(ServicePoint::zone).orElseGet(() -> meetings.zone(appointment.organisation()));
    }

    Optional<ServicePoint> point(Appointment appointment) {
        return appointment.point().flatMap(id -> points.point(appointment.organisation(), id));
    }

    /** What to have at hand; empty where no topic was told. */
    Optional<String> bring(Appointment appointment) {
        return appointment
                .topic()
                .flatMap(id -> topics.topic(appointment.organisation(), id))
                .map(topic -> topic.bring().in(language()));
    }

    /** What happens next, by the way of meeting. */
    static String next(MeetingMode mode) {
        return say("journey.next." + mode.tag());
    }
}
