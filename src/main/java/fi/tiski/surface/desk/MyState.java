package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;
import static org.springframework.web.util.HtmlUtils.htmlEscape;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.staffing.AgentState;
import fi.tiski.domain.staffing.Availability;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Markup;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.When;
import java.time.Duration;
import java.util.Optional;

/**
 * How it stands with the agent, as one button in the head; a press opens what can be changed of it. The browser's own
 * popover: Escape closes it, and the focus goes back to the button.
 */
final class MyState extends Div {

    private static final String MENU = "my-state";
    private static final Duration SHORT = Duration.ofMinutes(15);
    private static final Duration LONG = Duration.ofMinutes(30);

    /** What an agent can say of themselves. */
    interface Presses {
        void available();

        void takeBreak(Duration length);

        void away();
    }

    /** @param with whom the agent serves, when they do: that comes before everything else */
    record Sheet(AgentState state, Optional<String> with, String words) {

        static Sheet of(AgentState state, Optional<String> with, When when) {
            var until = state.until().map(when::time).orElse("");
            return new Sheet(
                    state,
                    with,
                    with.map(whom -> say("desk.me.serving", whom))
                            .orElseGet(() -> say(key(state.availability()), until)));
        }
    }

    private static String key(Availability availability) {
        return "desk.me." + (availability == Availability.BREAK ? "break.until" : availability.tag());
    }

    private final Span words = new Span();
    private final NativeButton button = new NativeButton();
    private final ActionButton available;
    private final ActionButton away;
    private final Div breaks;

    MyState(Presses presses) {
        addClassName("my-state");
        button.addClassName("button");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("popovertarget", MENU)
                // Heard as "Available" alone nobody would know of whom.
                .setAttribute("aria-describedby", MENU + "-title")
                .setAttribute("data-key", "T")
                .setAttribute("aria-keyshortcuts", "Alt+T");
        button.add(new Pictogram("person"), words);
        button.getElement().appendChild(Parts.key("T"));
        available = ActionButton.secondary(say("desk.me.be-available"), () -> press(presses::available))
                .withPictogram("check");
        away = ActionButton.secondary(say("desk.me.be-away"), () -> press(presses::away))
                .withPictogram("leave");
        breaks = new Div(
                ActionButton.secondary(
                                say("desk.me.break", SHORT.toMinutes()), () -> press(() -> presses.takeBreak(SHORT)))
                        .withPictogram("clock"),
                ActionButton.secondary(
                                say("desk.me.break", LONG.toMinutes()), () -> press(() -> presses.takeBreak(LONG)))
                        .withPictogram("clock"));
        breaks.addClassName("my-breaks");
        var title = new H2(say("desk.me.title"));
        title.setId(MENU + "-title");
        var menu = new Div(title, available, breaks, away, new Paragraph(say("desk.me.hint")), ring());
        menu.setId(MENU);
        menu.addClassName("my-menu");
        menu.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "dialog")
                .setAttribute("aria-labelledby", MENU + "-title");
        add(button, menu);
    }

    /** Sound and notifications are the browser's own business, and remembered by it. */
    private static Div ring() {
        var both = new Div();
        both.addClassName("my-ring");
        Markup.into(
                both.getElement(),
                Markup.of(
                        "button",
                        "type=\"button\" class=\"button\" data-ring data-on=\"%s\" data-off=\"%s\""
                                .formatted(htmlEscape(say("desk.ring.on")), htmlEscape(say("desk.ring.off"))),
                        ""),
                Markup.of("button", "type=\"button\" class=\"button\" data-notify", say("desk.ring.notify")),
                Markup.of("p", "data-notified hidden", say("desk.ring.allowed")));
        return both;
    }

    private void press(Runnable does) {
        getElement().executeJs("document.getElementById($0)?.hidePopover()", MENU);
        does.run();
    }

    void show(Sheet sheet) {
        var now = sheet.state().availability();
        words.setText(sheet.words());
        button.getElement().setAttribute("data-state", sheet.with().isPresent() ? "serving" : now.tag());
        available.setVisible(now != Availability.AVAILABLE);
        breaks.setVisible(now != Availability.BREAK);
        away.setVisible(now != Availability.AWAY);
    }
}
