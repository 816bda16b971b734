package fi.tiski.surface.journey;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Another way to a human on the same case, in place of a booked time: everything told stays told. */
@Component
class ANewTime {

    private final Visits visits;

    ANewTime(Visits visits) {
        this.visits = visits;
    }

    /** The journey to a time that replaces this one; it goes on at the page of times. */
    Journey insteadOf(Appointment booked, Case its, Here here, UUID press) {
        var begun = onCase(its, here, press);
        var answers = new EnumMap<Question, String>(Question.class);
        answers.putAll(Map.of(
                Question.WAY, "time",
                Question.MOVES, booked.id().value().toString(),
                Question.MODE, booked.mode().tag(),
                Question.NEEDS, NeedsQuestion.tags(its.needs().inOrder())));
        booked.topic()
                .ifPresent(topic -> answers.put(Question.TOPIC, topic.value().toString()));
        booked.point()
                .ifPresent(point -> answers.put(Question.POINT, point.value().toString()));
        its.needs().interpreterLanguage().ifPresent(words -> answers.put(Question.INTERPRETER_LANGUAGE, words));
        visits.answer(begun, answers);
        return begun;
    }

    /** The journey to a call; it goes on at the page that asks for the number. */
    Journey toACall(Case its, Here here, UUID press) {
        var begun = onCase(its, here, press);
        visits.answer(begun, Question.WAY, "call");
        its.customer().phone().ifPresent(phone -> visits.answer(begun, Question.PHONE, phone.shown()));
        return begun;
    }

    private Journey onCase(Case its, Here here, UUID press) {
        var begun = visits.begin(here, press);
        visits.journeys().attach(begun.token(), its.id());
        return begun;
    }
}
