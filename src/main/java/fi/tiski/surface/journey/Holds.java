package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.appointments.Appointment;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.appointments.AppointmentState;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.HoldLine;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The time that a journey keeps while the rest is asked. */
@Component
class Holds {

    private final AppointmentsService appointments;
    private final WantedMeeting meetings;

    Holds(AppointmentsService appointments, WantedMeeting meetings) {
        this.appointments = appointments;
        this.meetings = meetings;
    }

    static Optional<AppointmentId> id(Journey journey) {
        return journey.answer(Question.HOLD).map(id -> new AppointmentId(UUID.fromString(id)));
    }

    /** One journey chooses one time; having booked it, it may set out for another. */
    static UUID choosing(Journey journey) {
        return Visits.press(
                journey,
                "choosing after " + journey.answer(Question.CHOOSES_AFTER).orElse("nothing"));
    }

    /** What is to be answered for a journey that sets out to choose a time. */
    Map<Question, String> setOut(Journey journey) {
        var booked = of(journey).filter(earlier -> earlier.state() != AppointmentState.HELD);
        return booked.map(earlier -> Map.of(
                        Question.HOLD,
                        "",
                        Question.CHOOSES_AFTER,
                        earlier.id().value().toString()))
                .orElse(Map.of());
    }

    /** The held, or meanwhile booked, appointment. */
    Optional<Appointment> of(Journey journey) {
        return id(journey).flatMap(id -> appointments.find(journey.organisation(), id));
    }

    /** "This time is kept for you until 10.42", with a way to more time. */
    Optional<HoldLine> line(Journey journey, Visits visits) {
        return of(journey).flatMap(held -> held.heldUntil().map(until -> line(journey, visits, held.id(), until)));
    }

    private HoldLine line(Journey journey, Visits visits, AppointmentId held, Instant until) {
        var when = visits.when(meetings.zone(journey.organisation()));
        var shown = new HoldLine[1];
        var more = ActionButton.secondary(
                say("journey.hold.more"),
                () -> shown[0].words(appointments
                        .extend(journey.organisation(), held)
                        .flatMap(Appointment::heldUntil)
                        .map(later -> say("journey.hold", when.time(later)))
                        .orElseGet(() -> say("journey.hold.gone"))));
        shown[0] = new HoldLine(say("journey.hold", when.time(until)), more);
        return shown[0];
    }
}
