package fi.tiski.domain.queue;

import fi.tiski.domain.points.Doors;

/** What became of asking for a number. */
public sealed interface Take {

    /** Also for a press that was made twice: the same number again. */
    record Taken(Ticket ticket) implements Take {}

    record PointClosed(Doors.Closed doors) implements Take {}
}
