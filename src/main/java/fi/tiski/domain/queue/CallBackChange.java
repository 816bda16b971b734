package fi.tiski.domain.queue;

/** What became of an attempt to move a call back on. */
public sealed interface CallBackChange {

    record Changed(CallBack callBack) implements CallBackChange {}

    /** Somebody was quicker: from where it is now this cannot be done. */
    record NotFrom(CallBackState state) implements CallBackChange {}

    /** One at a time: this one is being called and has not been finished. */
    record StillWith(CallBack callBack) implements CallBackChange {}
}
