package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.knowledge.Topic;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is it about? Every topic with its picture, and the way out for those who would rather tell a person. */
final class TopicChoices {

    private TopicChoices() {}

    static Choices all(List<Topic> topics, Consumer<Topic> chosen) {
        return new Choices(topics.stream().map(topic -> choice(topic, chosen)).toList()).compact();
    }

    static Choices withTellingAPerson(List<Topic> topics, Consumer<Optional<Topic>> chosen) {
        var rather = new Choice("person", say("journey.topic.rather"), () -> chosen.accept(Optional.empty()));
        return new Choices(Stream.concat(
                                Stream.of(rather),
                                topics.stream().map(topic -> choice(topic, its -> chosen.accept(Optional.of(its)))))
                        .toList())
                .compact();
    }

    private static Choice choice(Topic topic, Consumer<Topic> chosen) {
        return new Choice(topic.pictogram(), topic.name().in(language()), () -> chosen.accept(topic));
    }
}
