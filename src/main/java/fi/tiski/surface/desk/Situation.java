package fi.tiski.surface.desk;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.staffing.Availability;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides what the sensible next thing is.
 *
 * @param waiting how many wait with a number at the agent's point
 * @param firstNumber who of them is first
 * @param nextDue who else, without a number, should be served now
 * @param mine whom the agent is with, when that is not the case in hand
 * @param availability whether somebody can be sent to the agent
 * @param undo the number whose last step the agent could take back
 * @param asking whether the agent has said that this is done, and is asked if the matter is settled
 */
record Situation(
        AgentId me,
        Instant now,
        int waiting,
        Optional<Integer> firstNumber,
        Optional<WaitingLine> nextDue,
        Optional<OpenCase> open,
        Optional<String> mine,
        boolean asking,
        Availability availability,
        Optional<Integer> undo) {}
