package fi.tiski.surface.desk;

import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.handovers.Card;
import fi.tiski.domain.handovers.HandingOver;
import fi.tiski.domain.handovers.Handover;
import fi.tiski.domain.handovers.HandoverChange;
import fi.tiski.domain.handovers.HandoversService;
import fi.tiski.domain.handovers.Receiver;
import fi.tiski.surface.kit.When;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what a button says with a case that goes to a colleague. */
@Component
class HandoverActs {

    private final HandoversService handovers;
    private final Receivers receivers;

    HandoverActs(HandoversService handovers, Receivers receivers) {
        this.handovers = handovers;
        this.receivers = receivers;
    }

    Said handOver(Post post, CaseId id, Receiver to, Card card, UUID press, When when) {
        var organisation = post.organisation();
        return switch (handovers.handOver(organisation, id, post.me(), to, card, press)) {
            case HandingOver.Offered(var handover) ->
                Said.done(when, "desk.said.hand-over", receivers.name(organisation, handover.to(), when.language()));
            case HandingOver.OnItsWay(var handover) ->
                Said.notDone(
                        when, "desk.said.on-its-way", receivers.name(organisation, handover.to(), when.language()));
            case HandingOver.NobodyFits() -> Said.notDone(when, "desk.said.nobody-fits");
        };
    }

    Said handover(Act act, Post post, Handover handover, When when) {
        return handed(
                switch (act) {
                    case TAKE_HANDOVER -> handovers.accept(post.organisation(), handover.id(), post.me());
                    case WITHDRAW -> handovers.withdraw(post.organisation(), handover.id(), post.me());
                    default -> throw new IllegalArgumentException("Not done with a handover: " + act);
                },
                act,
                handover,
                when);
    }

    Said handBack(Post post, Handover handover, String reason, When when) {
        return handed(
                handovers.handBack(post.organisation(), handover.id(), post.me(), reason),
                Act.HAND_BACK,
                handover,
                when);
    }

    private static Said handed(HandoverChange change, Act act, Handover handover, When when) {
        return switch (change) {
            case HandoverChange.Changed changed -> Said.done(when, "desk.said." + act.tag(), handover.fromName());
            case HandoverChange.NotFrom(var state) -> Said.notFrom("handover", state.tag(), when);
            case HandoverChange.NotTheirs() -> Said.notDone(when, "desk.said.not-theirs");
        };
    }
}
