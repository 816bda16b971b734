package fi.tiski.surface.desk;

import fi.tiski.domain.handovers.Effort;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverState;
import fi.tiski.domain.people.AgentId;
import java.util.List;
import java.util.Optional;

/**
 * What colleagues have to do with the case in hand.
 *
 * @param handover the latest one, if there ever was one
 * @param to to whom that is, in words
 * @param mayTake whether it waits for this agent
 * @param alsoHere names of everybody else who has the case on their screen
 */
record Team(Optional<Handover> handover, String to, boolean mayTake, Effort effort, List<String> alsoHere) {

    static final Team NONE = new Team(Optional.empty(), "", false, new Effort(0, 0, 0), List.of());

    Team {
        alsoHere = List.copyOf(alsoHere);
    }

    /** On its way to somebody who has not taken it. */
    Optional<Handover> offered() {
        return handover.filter(it -> it.state() == HandoverState.OFFERED);
    }

    boolean isOfferedBy(AgentId agent) {
        return offered().filter(it -> it.from().equals(agent)).isPresent();
    }

    boolean isTakenBy(AgentId agent) {
        return handover.filter(it -> it.state() == HandoverState.ACCEPTED)
                .flatMap(Handover::takenBy)
                .filter(agent::equals)
                .isPresent();
    }
}
