package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.appointments.AppointmentsService;
import fi.tiski.domain.appointments.Wanted;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.domain.points.PointsService;
import fi.tiski.platform.time.Span;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/** Choosing a time: in person, by video or by phone, each with its first free time. */
@Route(value = "meet/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class MeetView extends JourneyView {

    private final WantedMeeting meetings;
    private final AppointmentsService appointments;
    private final PointsService points;

    MeetView(Visits visits, WantedMeeting meetings, AppointmentsService appointments, PointsService points) {
        super(visits);
        this.meetings = meetings;
        this.appointments = appointments;
        this.points = points;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        if (meetings.topicHasEnded(journey())) {
            entering.forwardTo(here().to("topic", journey().token()));
        }
        return true;
    }

    @Override
    Page page() {
        var topic = meetings.topic(journey());
        var choices = new ArrayList<Choice>();
        for (var mode : MeetingMode.values()) {
            if (topic.isEmpty() || topic.get().duration(mode).isPresent()) {
                choices.add(choice(mode));
            }
        }
        return new Page(say("journey.meet.title")).with(new Choices(choices));
    }

    private Choice choice(MeetingMode mode) {
        return new Choice(Pictures.of(mode), say("journey.mode." + mode.tag()), () -> {
                    keep(Question.MODE, mode.tag());
                    go(mode == MeetingMode.IN_PERSON ? "place" : "needs");
                })
                .detail(soonest(mode)
                        .map(free -> say("journey.first-free", visits().when().dayAndTime(free.from())))
                        .orElseGet(() -> say("journey.none-free")));
    }

    private Optional<Span> soonest(MeetingMode mode) {
        return mode == MeetingMode.IN_PERSON
                ? points.points(journey().organisation()).stream()
                        .flatMap(point -> first(meetings.wanted(journey(), mode, Optional.of(point))).stream())
                        .min(Comparator.comparing(Span::from))
                : first(meetings.wanted(journey(), mode, Optional.empty()));
    }

    private Optional<Span> first(Wanted wanted) {
        return appointments.firstFree(wanted, 1).stream().findFirst();
    }

    @Override
    Optional<String> back() {
        return backTo("topic");
    }
}
