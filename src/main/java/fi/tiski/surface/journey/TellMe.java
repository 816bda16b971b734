package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import fi.tiski.domain.queue.Ticket;
import fi.tiski.domain.queue.TicketPlace;
import fi.tiski.surface.kit.Address;
import fi.tiski.surface.kit.Markup;

/**
 * Tells whoever waits at home, or with a phone in the pocket, that their turn is near and that it has come: by the window's
 * title and once for the ear by itself; by sound, vibration, a screen that stays awake and the device's own notification
 * when they have asked for it. All of it happens in the browser, as long as the page is open; nothing is sent to the device
 * when it is not, and what the device shows names nobody.
 */
@Tag("div")
final class TellMe extends HtmlContainer {

    TellMe(Ticket ticket) {
        addClassName("tell-me");
        getElement()
                .setAttribute("data-number", Integer.toString(ticket.number()))
                .setAttribute("data-near", say("journey.near.title"))
                .setAttribute("data-near-heard", say("journey.near.notice"))
                .setAttribute("data-called", say("journey.near.called"));
        Markup.into(
                getElement(),
                Markup.of(
                        "button",
                        "type=\"button\" class=\"button\" aria-pressed=\"false\" data-tell-me",
                        Markup.pictogram("speaker"),
                        Markup.of("span", "", say("journey.near.tell"))),
                Markup.of("p", "data-told hidden", say("journey.near.told")),
                Markup.of(
                        "button",
                        "type=\"button\" class=\"button quiet\" data-notify hidden",
                        say("journey.near.notify")));
    }

    void show(TicketPlace now) {
        var stage = switch (now.ticket().state()) {
            case WAITING -> now.near() ? "near" : "waiting";
            case CALLED -> "called";
            case SERVING, DONE, NO_SHOW, LEFT -> "over";
        };
        getElement().setAttribute("data-stage", stage);
        setVisible(now.ticket().state().live());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("import($0).then(near => near.follow(this))", Address.of("tiski/near.js"));
    }
}
