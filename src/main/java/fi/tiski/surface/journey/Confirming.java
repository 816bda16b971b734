package fi.tiski.surface.journey;

import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Booking;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Helper;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.domain.queue.CallBack;
import fi.tiski.domain.queue.CallBacksService;
import fi.tiski.platform.time.Span;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a journey's answers into a booking or a promise on its case. Each can be pressed twice and is made once. */
@Component
class Confirming {

    private final JourneysService journeys;
    private final CasesService cases;
    private final AppointmentsService appointments;
    private final CallBacksService callBacks;

    Confirming(
            JourneysService journeys,
            CasesService cases,
            AppointmentsService appointments,
            CallBacksService callBacks) {
        this.journeys = journeys;
        this.cases = cases;
        this.appointments = appointments;
        this.callBacks = callBacks;
    }

    /** Books a held time, in place of the one that the journey moves. */
    Booking book(Journey journey, Here here, AppointmentId held) {
        return appointments.confirm(
                journey.organisation(),
                held,
                tell(journey, here),
                here.theCustomer(),
                journey.answer(Question.MOVES).map(id -> new AppointmentId(UUID.fromString(id))));
    }

    CallBack call(Journey journey, Here here, Span promised) {
        var its = tell(journey, here);
        return callBacks.ask(
                journey.organisation(),
                its,
                Visits.press(journey, "call " + promised.from()),
                promised,
                here.theCustomer());
    }

    /** Everything that was answered, on the case before anybody is promised anything. */
    private CaseId tell(Journey journey, Here here) {
        var by = here.theCustomer();
        var organisation = journey.organisation();
        var its = journeys.caseOf(journey, by);
        var needs = WantedMeeting.needs(journey);
        cases.tell(
                organisation,
                its,
                by,
                new Telling(
                        journey.answer(Question.TOPIC).map(id -> new TopicId(UUID.fromString(id))),
                        Optional.empty(),
                        needs.equals(Needs.NONE) ? Optional.empty() : Optional.of(needs)));
        cases.introduce(
                organisation,
                its,
                by,
                journey.answer(Question.NAME),
                journey.answer(Question.PHONE).flatMap(PhoneNumber::parse));
        journey.answer(Question.FOR_SOMEBODY_ELSE)
                .flatMap(yes -> journey.answer(Question.HELPER_NAME))
                .ifPresent(name -> cases.nameHelper(
                        organisation,
                        its,
                        by,
                        new Helper(name, journey.answer(Question.HELPER_PHONE).flatMap(PhoneNumber::parse))));
        return its;
    }
}
