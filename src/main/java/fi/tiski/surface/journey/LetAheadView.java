package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.queue.LetAhead;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Choices;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Why is waiting hard? Whoever says so is believed, and goes before others within the bounds of the line's rule. */
@Route(value = "let-ahead/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class LetAheadView extends JourneyView {

    private final QueueService queue;
    private final Numbers numbers;

    LetAheadView(Visits visits, QueueService queue, Numbers numbers) {
        super(visits);
        this.queue = queue;
        this.numbers = numbers;
    }

    @Override
    Page page() {
        return new Page(say("journey.let-ahead.title"))
                .lead(say("journey.let-ahead.lead"))
                .with(new Choices(
                        choice("person", LetAhead.STANDING),
                        choice("family", LetAhead.CHILD),
                        choice("health", LetAhead.UNWELL),
                        new Choice("more-time", say("journey.let-ahead.no"), () -> answer(Optional.empty()))));
    }

    private Choice choice(String pictogram, LetAhead reason) {
        return new Choice(pictogram, say("journey.let-ahead." + reason.tag()), () -> answer(Optional.of(reason)));
    }

    private void answer(Optional<LetAhead> reason) {
        numbers.live(journey())
                .ifPresent(ticket -> queue.letAhead(ticket.organisation(), ticket.id(), reason, here().theCustomer()));
        go("number");
    }

    @Override
    Optional<String> back() {
        return backTo("number");
    }
}
