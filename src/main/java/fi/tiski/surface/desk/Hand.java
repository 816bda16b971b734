package fi.tiski.surface.desk;

import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.surface.kit.When;
import java.util.List;
import java.util.Optional;

/**
 * The middle of the desk: the case in hand, and what can be done now.
 *
 * @param id empty when there is none
 * @param waiting how many wait, in whichever way
 */
record Hand(Optional<CaseId> id, Optional<CaseSheet> sheet, Offer offer, int waiting) {

    /** What stands for somebody in a sentence. */
    static String called(Case its) {
        return its.customer().name().orElseGet(its::code);
    }

    /** @param current whom the agent is in the middle of something with, whether or not that is the case in hand */
    record Reading(
            Desk desk,
            Post post,
            List<Waiting> waiting,
            List<WaitingLine> lines,
            Optional<OpenCase> open,
            Optional<Case> current,
            boolean asking,
            Availability availability,
            When when) {

        Hand hand() {
            var sentences = desk.sentences(post, when.language());
            return new Hand(
                    open.map(one -> one.its().id()),
                    open.map(one -> CaseSheet.of(one, sentences)),
                    Offer.of(situation(), when.language()),
                    waiting.size());
        }

        private Situation situation() {
            var numbers = waiting.stream()
                    .filter(Waiting.ByNumber.class::isInstance)
                    .map(Waiting.ByNumber.class::cast)
                    .map(one -> one.ticket().number())
                    .toList();
            return new Situation(
                    post.me(),
                    when.now(),
                    numbers.size(),
                    numbers.stream().findFirst(),
                    nextDue(),
                    open,
                    elsewhere(),
                    asking,
                    availability,
                    desk.readings.undo(post));
        }

        private Optional<WaitingLine> nextDue() {
            return desk.readings.nextDue(post, waiting).map(waiting::indexOf).map(lines::get);
        }

        /** Whom the agent is with, when it is not the case in hand. */
        private Optional<String> elsewhere() {
            return current.filter(
                            its -> open.isEmpty() || !open.get().its().id().equals(its.id()))
                    .map(Hand::called);
        }
    }
}
