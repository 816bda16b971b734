package fi.tiski.platform.limits;

import java.time.Instant;

/** Whether what is asked for may be had now. */
public sealed interface Asking {

    record Granted() implements Asking {}

    /** Not before {@code from}. Nothing was counted: whoever asks again and again does not wait longer for it. */
    record NotBefore(Instant from) implements Asking {}
}
