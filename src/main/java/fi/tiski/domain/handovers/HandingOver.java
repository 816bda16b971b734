package fi.tiski.domain.handovers;

/** What became of an agent's wish to hand a case over. */
public sealed interface HandingOver {

    record Offered(Handover handover) implements HandingOver {}

    /** It is on its way to somebody already: withdraw that first. */
    record OnItsWay(Handover handover) implements HandingOver {}

    /** Nobody but the agent has that skill or serves that topic. */
    record NobodyFits() implements HandingOver {}
}
