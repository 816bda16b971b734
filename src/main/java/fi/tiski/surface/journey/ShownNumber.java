package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.domain.queue.TicketState;
import fi.tiski.surface.kit.Notice;
import fi.tiski.surface.kit.Page;
import fi.tiski.surface.kit.TicketCard;
import fi.tiski.surface.kit.When;
import java.time.Instant;
import java.util.Optional;

/** Somebody's number on a page: the wait, where to go, and why others come first. What changes, changes in place. */
final class ShownNumber {

    private final ServicePoint point;
    private final Visits visits;
    private final TicketCard card;
    private final Notice near = Notice.info(say("journey.near.notice"));
    private final Optional<TellMe> tellMe;
    private final Paragraph why = new Paragraph();
    private TicketPlace place;

    /** @param here at home the page also tells by sound; a kiosk is left, and the slip's code leads home */
    ShownNumber(TicketPlace place, ServicePoint point, Visits visits, Here here) {
        this.place = place;
        this.point = point;
        this.visits = visits;
        card = new TicketCard(Integer.toString(place.ticket().number()));
        why.addClassName("why");
        near.addClassName("near");
        tellMe = here.atKiosk() ? Optional.empty() : Optional.of(new TellMe(place.ticket()));
        show(place);
    }

    TicketPlace place() {
        return place;
    }

    Page on(Page page) {
        page.with(near, card, why);
        tellMe.ifPresent(page::with);
        return page;
    }

    /** For the same stage of the same number. */
    void show(TicketPlace now) {
        place = now;
        explain(now.why());
        near.setVisible(now.near());
        tellMe.ifPresent(offer -> offer.show(now));
        now.ticket()
                .counterLabel()
                .ifPresentOrElse(
                        counter -> card.called(say(
                                now.ticket().state() == TicketState.SERVING
                                        ? "journey.number.served"
                                        : "journey.number.called",
                                counter)),
                        () -> wait(now));
    }

    private void wait(TicketPlace now) {
        card.fact(say("journey.number.ahead"), say("journey.number.ahead.people", now.ahead()))
                .fact(say("journey.number.wait"), When.capital(Waiting.words(now.expected())))
                .fact(
                        say("journey.number.where"),
                        say("journey.number.where.words", point.name().in(language())));
    }

    /** Only where there is something to explain: that others came first goes without saying. */
    private void explain(TicketPlace.Before before) {
        var hasReason = before.letAhead() > 0 || !before.meetings().isEmpty();
        why.setText(hasReason ? words(before) : "");
        why.setVisible(hasReason);
    }

    private String words(TicketPlace.Before before) {
        var when = visits.when(point.zone());
        return say(
                        "journey.number.why",
                        before.earlier(),
                        before.letAhead(),
                        before.meetings().size(),
                        before.meetings().stream()
                                .min(Instant::compareTo)
                                .map(when::time)
                                .orElse(""))
                .strip();
    }
}
