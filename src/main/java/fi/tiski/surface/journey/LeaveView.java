package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Leaving the queue is asked once more: a place is lost for good. */
@Route(value = "leave/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class LeaveView extends JourneyView {

    private final QueueService queue;
    private final Numbers numbers;

    LeaveView(Visits visits, QueueService queue, Numbers numbers) {
        super(visits);
        this.queue = queue;
        this.numbers = numbers;
    }

    @Override
    Page page() {
        return new Page(say("journey.leave.title"))
                .lead(say("journey.leave.lead"))
                .actions(
                        ActionButton.primary(say("journey.leave.stay"), () -> go("number")),
                        ActionButton.secondary(say("journey.leave.leave"), this::leave)
                                .withPictogram("leave"));
    }

    private void leave() {
        numbers.live(journey())
                .ifPresent(ticket -> queue.leave(ticket.organisation(), ticket.id(), here().theCustomer()));
        go("number");
    }

    @Override
    Optional<String> back() {
        return backTo("number");
    }
}
