package fi.tiski.domain.handovers;

import fi.tiski.domain.knowledge.TopicId;
import fi.tiski.domain.people.AgentId;

/** To whom a case is handed over. */
public sealed interface Receiver {

    record APerson(AgentId agent) implements Receiver {}

    /** @param tag of an agent's skill, such as {@code sign-language}, or of a language they speak, such as {@code ar} */
    record ASkill(String tag) implements Receiver {}

    record ATopic(TopicId topic) implements Receiver {}
}
