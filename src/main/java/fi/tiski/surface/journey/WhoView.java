package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Choosing a time: who comes. The time is kept meanwhile, and the page says until when. */
@Route(value = "who/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class WhoView extends JourneyView {

    private final Holds holds;

    WhoView(Visits visits, Holds holds) {
        super(visits);
        this.holds = holds;
    }

    /** Whether it is known who comes; for a time that is moved, the case knows. */
    static boolean isAnswered(Journey journey) {
        return journey.answer(Question.MOVES).isPresent() || WhoQuestion.isAnswered(journey, phoneNeeded(journey));
    }

    private static boolean phoneNeeded(Journey journey) {
        return !journey.atKiosk() || !WantedMeeting.mode(journey).equals(Optional.of(MeetingMode.IN_PERSON));
    }

    @Override
    Page page() {
        var question = new WhoQuestion(journey(), phoneNeeded(journey()), this::keep);
        var page = new Page(say("journey.who.title"));
        holds.line(journey(), visits()).ifPresent(page::with);
        return question.on(page).actions(ActionButton.primary(say("journey.go-on"), () -> {
            if (question.check()) {
                go("check");
            }
        }));
    }

    @Override
    Optional<String> back() {
        return backTo("times");
    }
}
