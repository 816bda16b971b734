package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.queue.QueueService;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.platform.live.Live;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Follow;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.TicketCard;
import fi.tiski.surface.kit.When;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * At a kiosk: how long does my number still take? Anybody may ask about any number, so it is told what the board shows and
 * the wait, and no case is opened. The number stays out of the address.
 */
@Route(value = "how-long", layout = HomeFrame.class)
@AnonymousAllowed
class HowLongView extends JourneyView {

    private static final int LONGEST_NUMBER = 4;

    private final QueueService queue;
    private final Follow follow;
    private Optional<Integer> asked = Optional.empty();
    private @Nullable TicketPlace shown;

    HowLongView(Visits visits, QueueService queue, Live live) {
        super(visits);
        this.queue = queue;
        this.follow = Follow.with(this, live, this::refresh);
    }

    @Override
    boolean needsJourney() {
        return false;
    }

    /** At home a number has a page of its own; here it needs to be said which point is meant. */
    @Override
    boolean enter(BeforeEnterEvent entering) {
        asked = Optional.empty();
        here().kiosk().ifPresent(kiosk -> follow.keys(List.of(QueueService.liveKey(kiosk.point()))));
        return here().atKiosk();
    }

    private Optional<TicketPlace> place() {
        return here().kiosk()
                .flatMap(kiosk -> asked.flatMap(number -> queue.byNumber(kiosk.organisation(), kiosk.point(), number)));
    }

    @Override
    Page page() {
        shown = place().orElse(null);
        return shown == null ? question() : answer(shown);
    }

    private Page question() {
        var errors = new ErrorSummary();
        var number = Field.digits("number", say("journey.how-long.number"))
                .maxLength(LONGEST_NUMBER)
                .autocomplete("off");
        return new Page(say("journey.how-long.title"))
                .lead(say("journey.how-long.lead"))
                .with(errors, number)
                .actions(ActionButton.primary(say("journey.how-long.show"), () -> ask(errors, number)));
    }

    private void ask(ErrorSummary errors, Field number) {
        if (number.value().isEmpty()) {
            errors.show(new Wrong(number, say("journey.how-long.missing")));
            return;
        }
        asked = number(number.value());
        if (place().isEmpty()) {
            errors.show(new Wrong(number, say("journey.how-long.unknown", number.value())));
            return;
        }
        show();
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("[0-9]{1," + LONGEST_NUMBER + "}")
                ? Optional.of(Integer.valueOf(typed))
                : Optional.empty();
    }

    private Page answer(TicketPlace now) {
        var number = Integer.toString(now.ticket().number());
        var page = switch (now.ticket().state()) {
            case WAITING ->
                new Page(say("journey.how-long.found", number))
                        .with(new TicketCard(number)
                                .fact(say("journey.number.ahead"), say("journey.number.ahead.people", now.ahead()))
                                .fact(say("journey.number.wait"), When.capital(Waiting.words(now.expected()))));
            case CALLED, SERVING -> atCounter(now, number);
            case DONE, NO_SHOW, LEFT ->
                new Page(say("journey.how-long.over.title", number)).lead(say("journey.how-long.over"));
        };
        return page.actions(
                ActionButton.primary(say("journey.finish"), this::finish),
                ActionButton.quiet(say("journey.how-long.other"), this::another));
    }

    private static Page atCounter(TicketPlace now, String number) {
        var words = now.ticket().state() == TicketState.CALLED ? "journey.number.called" : "journey.number.served";
        return new Page(say("journey.how-long.found", number))
                .with(new TicketCard(number)
                        .called(say(words, now.ticket().counterLabel().orElse(""))));
    }

    private void another() {
        asked = Optional.empty();
        show();
    }

    private void refresh() {
        var was = shown;
        if (was != null && !place().equals(Optional.of(was))) {
            show();
        }
    }

    @Override
    Optional<String> back() {
        return Optional.of(here().start());
    }
}
