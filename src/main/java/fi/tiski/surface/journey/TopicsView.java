package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Find help by topic. */
@Route(value = "topics", layout = HomeFrame.class)
@AnonymousAllowed
class TopicsView extends JourneyView {

    private final TopicsService topics;

    TopicsView(Visits visits, TopicsService topics) {
        super(visits);
        this.topics = topics;
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    Page page() {
        return new Page(say("journey.topics.title"))
                .with(new TopicChoices(
                        topics.topics(visits().organisation().id()),
                        topic -> Visits.go(here().to("about", topic.slug()))));
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
