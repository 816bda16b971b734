package fi.tiski.domain.handovers;

/** What became of an attempt to take, hand back or withdraw a handover. */
public sealed interface HandoverChange {

    record Changed(Handover now) implements HandoverChange {}

    /** Somebody was quicker: from the state it is in now this cannot be done. */
    record NotFrom(HandoverState state) implements HandoverChange {}

    /** It was not handed to this agent, or it is not theirs to withdraw. */
    record NotTheirs() implements HandoverChange {}
}
