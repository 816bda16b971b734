package fi.tiski.domain.cases;

import fi.tiski.domain.people.AgentId;

/** Who did something, and through what. */
public sealed interface By {

    Channel channel();

    /** The customer, or the person who acts for them. */
    record TheCustomer(Channel channel) implements By {}

    record AnAgent(AgentId agent) implements By {
        @Override
        public Channel channel() {
            return Channel.DESK;
        }
    }

    /** Nobody: time passed, or a rule applied. */
    record TheSystem() implements By {
        @Override
        public Channel channel() {
            return Channel.SYSTEM;
        }
    }
}
