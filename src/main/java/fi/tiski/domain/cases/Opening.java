package fi.tiski.domain.cases;

import java.time.Instant;

/** Whether a code and its proof open a case. */
public sealed interface Opening {

    record Opened(Case its) implements Opening {}

    /** There is no such code, or the proof does not belong to it: nobody is told which. */
    record NoMatch() implements Opening {}

    /** Nobody looked: this code, or from this place, has been tried too often. Not before {@code from}. */
    record Later(Instant from) implements Opening {}
}
