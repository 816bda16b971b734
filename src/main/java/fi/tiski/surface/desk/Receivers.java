package fi.tiski.surface.desk;

import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.record.SkillName;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom a case can be handed over, by name. */
@Component
class Receivers {

    private final PeopleService people;
    private final TopicsService topics;
    private final HandoversService handovers;

    Receivers(PeopleService people, TopicsService topics, HandoversService handovers) {
        this.people = people;
        this.topics = topics;
        this.handovers = handovers;
    }

    List<Option<Receiver>> persons(Post post) {
        return people.agents(post.organisation()).stream()
                .filter(agent -> !agent.id().equals(post.me()))
                .map(agent -> new Option<Receiver>(new Receiver.APerson(agent.id()), agent.name()))
                .toList();
    }

    List<Option<Receiver>> topics(Post post, Language language) {
        return topics.topics(post.organisation()).stream()
                .map(topic -> new Option<Receiver>(
                        new Receiver.ATopic(topic.id()), topic.name().in(language)))
                .toList();
    }

    List<Option<Receiver>> skills(Post post, Language language) {
        return handovers.skills(post.organisation(), post.me()).stream()
                .map(tag -> new Option<Receiver>(new Receiver.ASkill(tag), SkillName.of(tag, language)))
                .sorted(Comparator.comparing(Option::words))
                .toList();
    }

    /** "Kaisa Koski", "somebody who knows: Arabic". */
    String name(OrganisationId organisation, Receiver receiver, Language language) {
        return switch (receiver) {
            case Receiver.APerson(var agent) ->
                people.agent(organisation, agent)
                        .map(Agent::name)
                        .orElseGet(() -> Texts.say(language, "case.to.colleague"));
            case Receiver.ASkill(var tag) -> Texts.say(language, "case.to.skill", SkillName.of(tag, language));
            case Receiver.ATopic(var id) ->
                Texts.say(
                        language,
                        "case.to.topic",
                        topics.topic(organisation, id)
                                .map(topic -> topic.name().in(language))
                                .orElseGet(() -> Texts.say(language, "case.topic.unknown")));
        };
    }
}
