package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.cases.Needs;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.MeetingMode;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Map;
import java.util.Optional;

/** Choosing a time: what do you need? Asked before the times, because it decides who, where and how long. */
@Route(value = "needs/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class NeedsView extends JourneyView {

    NeedsView(Visits visits) {
        super(visits);
    }

    @Override
    Page page() {
        var question = NeedsQuestion.alone(WantedMeeting.needs(journey()), this::keep);
        return question.on(new Page(say("journey.needs.title")).lead(say("journey.needs.lead")))
                .actions(ActionButton.primary(say("journey.go-on"), () -> {
                    keep(question.needs());
                    go(question.needs().all().contains(Need.INTERPRETER) ? "interpreter" : "times");
                }));
    }

    private void keep(Needs needs) {
        visits().answer(
                        journey(),
                        Map.of(
                                Question.NEEDS, NeedsQuestion.tags(needs.inOrder()),
                                Question.INTERPRETER_LANGUAGE,
                                        needs.interpreterLanguage().orElse("")));
    }

    @Override
    Optional<String> back() {
        return backTo(WantedMeeting.mode(journey()).equals(Optional.of(MeetingMode.IN_PERSON)) ? "place" : "meet");
    }
}
