package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Choosing a time: what is it about? */
@Route(value = "topic/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class TopicView extends JourneyView {

    private final TopicsService topics;
    private final WantedMeeting meetings;

    TopicView(Visits visits, TopicsService topics, WantedMeeting meetings) {
        super(visits);
        this.topics = topics;
        this.meetings = meetings;
    }

    @Override
    Page page() {
        var page = new Page(say("journey.topic.title"));
        if (meetings.topicHasEnded(journey())) {
            page.lead(say("journey.topic.ended"));
        }
        return page.with(new TopicChoices(
                        topics.topics(journey().organisation()),
                        topic -> choose(topic.id().value().toString())))
                .actions(ActionButton.secondary(say("journey.topic.rather"), () -> choose(""))
                        .withPictogram("person"));
    }

    private void choose(String topic) {
        keep(Question.TOPIC, topic);
        go("meet");
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
