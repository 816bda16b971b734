package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.cases.CasesService;
import fi.tiski.domain.cases.Telling;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Tell us already, so you need not repeat it: what is it about? An offer, never asked before a number is given. */
@Route(value = "tell-topic/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class TellTopicView extends JourneyView {

    private final TopicsService topics;
    private final CasesService cases;

    TellTopicView(Visits visits, TopicsService topics, CasesService cases) {
        super(visits);
        this.topics = topics;
        this.cases = cases;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        return journey().caseId().isPresent();
    }

    @Override
    Page page() {
        return new Page(say("journey.topic.title"))
                .lead(say("journey.tell.lead"))
                .with(new TopicChoices(topics.topics(journey().organisation()), this::tell))
                .actions(ActionButton.secondary(say("journey.topic.rather"), () -> go("tell-words"))
                        .withPictogram("person"));
    }

    private void tell(Topic topic) {
        cases.tell(
                journey().organisation(),
                journey().caseId().orElseThrow(),
                here().theCustomer(),
                new Telling(Optional.of(topic.id()), Optional.empty(), Optional.empty()));
        go("tell-words");
    }

    @Override
    Optional<String> back() {
        return backTo(Outcome.page(journey()));
    }
}
