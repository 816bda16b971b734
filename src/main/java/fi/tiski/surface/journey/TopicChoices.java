package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every topic with its picture, five at a time: more answers than that on one page are not read but searched. The topics
 * come in the order in which the organisation's customers ask for them.
 */
final class TopicChoices extends Div {

    private static final int AT_ONCE = 5;

    private final List<Topic> topics;
    private final Consumer<Topic> chosen;
    private final ActionButton more = ActionButton.secondary("", this::more);
    private int first;

    TopicChoices(List<Topic> topics, Consumer<Topic> chosen) {
        this.topics = topics;
        this.chosen = chosen;
        addClassName("topics");
        show();
    }

    private void more() {
        first = last() ? 0 : first + AT_ONCE;
        show();
    }

    private boolean last() {
        return first + AT_ONCE >= topics.size();
    }

    private void show() {
        var shown = new Choices(topics.stream()
                .skip(first)
                .limit(AT_ONCE)
                .map(topic -> new Choice(topic.pictogram(), topic.name().in(language()), () -> chosen.accept(topic)))
                .toList());
        if (more.getParent().isEmpty()) {
            add(shown);
            if (topics.size() > AT_ONCE) {
                add(more);
            }
        } else {
            // The button stays where it is, with the focus on it: a thumb can go on pressing.
            replace(getComponentAt(0), shown);
        }
        more.words(say(last() ? "journey.topic.first" : "journey.topic.more"));
    }
}
