package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.domain.knowledge.TopicsService;
import fi.tiski.domain.people.Agent;
import fi.tiski.domain.people.OrganisationId;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Words;
import fi.tiski.surface.record.SkillName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells customers who goes on with their case, and that this person has read what was told. */
@Component
class HandedOver {

    private final HandoversService handovers;
    private final PeopleService people;
    private final TopicsService topics;

    HandedOver(HandoversService handovers, PeopleService people, TopicsService topics) {
        this.handovers = handovers;
        this.people = people;
        this.topics = topics;
    }

    /** Empty when the case is with whoever had it: nothing is handed over, or it came back. */
    Optional<Notice> of(OrganisationId organisation, CaseId its) {
        return handovers.ofCase(organisation, its).stream().findFirst().flatMap(this::of);
    }

    private Optional<Notice> of(Handover latest) {
        if (latest.state() == HandoverState.ACCEPTED) {
            return latest.takenByName().map(name -> Notice.good(say("journey.my.handover.read", firstName(name))));
        }
        return latest.state() == HandoverState.OFFERED
                ? Optional.of(Notice.info(say("journey.my.handover.offered", receiver(latest, Words.language()))))
                : Optional.empty();
    }

    private String receiver(Handover handover, Language language) {
        return switch (handover.to()) {
            case Receiver.APerson(var agent) ->
                people.agent(handover.organisation(), agent)
                        .map(Agent::name)
                        .map(HandedOver::firstName)
                        .orElseGet(() -> say("case.to.colleague"));
            case Receiver.ASkill(var tag) -> say("case.to.skill", SkillName.of(tag, language));
            case Receiver.ATopic(var id) ->
                topics.topic(handover.organisation(), id)
                        .map(topic -> say("case.to.topic", topic.name().in(language)))
                        .orElseGet(() -> say("case.to.colleague"));
        };
    }

    private static String firstName(String name) {
        return name.split(" ", 2)[0];
    }
}
