package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.points.PointsService;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.util.Comparator;
import java.util.Optional;

/** Choosing a time: where? The point one stands at comes first. */
@Route(value = "place/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class PlaceView extends JourneyView {

    private final WantedMeeting meetings;
    private final AppointmentsService appointments;
    private final PointsService points;

    PlaceView(Visits visits, WantedMeeting meetings, AppointmentsService appointments, PointsService points) {
        super(visits);
        this.meetings = meetings;
        this.appointments = appointments;
        this.points = points;
    }

    @Override
    Page page() {
        return new Page(say("journey.place.title"))
                .with(new Choices(points.points(journey().organisation()).stream()
                        .sorted(Comparator.comparing(point ->
                                !Optional.of(point.id()).equals(journey().point())))
                        .map(this::choice)
                        .toList()));
    }

    private Choice choice(ServicePoint point) {
        var wanted = meetings.wanted(journey(), MeetingMode.IN_PERSON, Optional.of(point));
        var first = appointments.firstFree(wanted, 1).stream().findFirst();
        return new Choice("place", point.name().in(language()), () -> {
                    keep(Question.POINT, point.id().value().toString());
                    go("needs");
                })
                .detail(point.address() + ". "
                        + first.map(free -> say(
                                        "journey.first-free",
                                        visits().when(point.zone()).dayAndTime(free.from())))
                                .orElseGet(() -> say("journey.none-free")));
    }

    @Override
    Optional<String> back() {
        return backTo("meet");
    }
}
