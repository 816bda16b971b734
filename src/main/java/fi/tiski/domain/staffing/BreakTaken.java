package fi.tiski.domain.staffing;

import fi.tiski.platform.time.Span;
import java.time.Instant;

/** What became of an agent's wish for a break. */
public sealed interface BreakTaken {

    /** Shorter than was asked for where a meeting, another break or the end of the shift comes first. */
    record OnBreak(Span during) implements BreakTaken {}

    /** Too little time is left before a meeting. */
    record MeetingSoon(Instant starts) implements BreakTaken {}

    /** There is no shift to have a break in: nobody is sent to them anyway. */
    record NotOnShift() implements BreakTaken {}
}
