package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Facts;
import fi.tiski.surface.kit.Page;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One topic: what it is, what to have at hand, and a time to talk about it. */
@Route(value = "about/:topic", layout = HomeFrame.class)
@AnonymousAllowed
class AboutView extends JourneyView {

    private final TopicsService topics;
    private @Nullable Topic topic;

    AboutView(Visits visits, TopicsService topics) {
        super(visits);
        this.topics = topics;
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    @Override
    boolean enter(BeforeEnterEvent entering) {
        var slug = entering.getRouteParameters().get("topic").orElse("");
        topic = topics.topics(visits().organisation().id()).stream()
                .filter(its -> its.slug().equals(slug))
                .findFirst()
                .orElse(null);
        return topic != null;
    }

    @Override
    Page page() {
        var its = topic;
        if (its == null) {
            throw new IllegalStateException("Entered without a topic");
        }
        return new Page(its.name().in(language()))
                .lead(its.summary().in(language()))
                .with(new Facts()
                        .fact("info", say("journey.about.bring"), its.bring().in(language())))
                .actions(ActionButton.primary(say("journey.about.time"), () -> chooseTime(its))
                        .withPictogram("time"));
    }

    private void chooseTime(Topic its) {
        var begun = visits().begin(here(), press());
        visits().answer(
                        begun,
                        Map.of(
                                Question.WAY,
                                "time",
                                Question.TOPIC,
                                its.id().value().toString()));
        go("meet", begun);
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().to("topics"));
    }
}
