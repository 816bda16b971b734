package fi.tiski.domain.meetings;

import fi.tiski.domain.queue.Wait;
import java.util.Optional;

/**
 * Where somebody stands who waits for a meeting.
 *
 * @param ahead how many asked before them
 * @param expected empty when nobody can be expected to answer
 */
public record VideoPlace(int ahead, Optional<Wait> expected) {}
