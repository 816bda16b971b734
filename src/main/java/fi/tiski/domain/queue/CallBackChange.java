package fi.tiski.domain.queue;

import java.time.Instant;

/** What became of an attempt to move a call back on. */
public sealed interface CallBackChange {

    record Changed(CallBack callBack) implements CallBackChange {}

    /** Somebody was quicker: from where it is now this cannot be done. */
    record NotFrom(CallBackState state) implements CallBackChange {}

    /** The agent is on a protected break until then: first they say that they are back. */
    record OnBreak(Instant until) implements CallBackChange {}

    /** One at a time: this one is being called and has not been finished. */
    record StillWith(CallBack callBack) implements CallBackChange {}
}
