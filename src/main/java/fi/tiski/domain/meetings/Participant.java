package fi.tiski.domain.meetings;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who takes part.
 *
 * @param name of an agent or a guest; a customer is called by their role
 * @param browser the window in which they are; empty while they are in none
 */
public record Participant(ParticipantId id, Role role, Optional<String> name, Optional<UUID> browser) {}
