package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fi.tiski.domain.devices.Device;
import fi.tiski.domain.devices.Order;
import fi.tiski.domain.points.Kiosk;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Pictogram;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One kiosk. What changes elsewhere changes in place: what has the focus, or is being written, stays. */
final class KioskCard extends ListItem {

    private final Div stateLine = new Div();
    private final UnorderedList troubles = new UnorderedList();
    private final Div facts = new Div();
    private final Div acts = new Div();
    private final Div panel = new Div();
    private final Presses presses;
    private @Nullable KioskSheet shown;
    private @Nullable ActionButton opened;

    /** What can be done about a kiosk. */
    interface Presses {
        void order(Device device, Order.Act act);

        void show(Kiosk kiosk, Optional<MessagePanel.Said> message);

        void light(Kiosk kiosk, Optional<ScreenHours> hours);

        void revoke(Device device);
    }

    KioskCard(Presses presses) {
        this.presses = presses;
        addClassName("kiosk-card");
        troubles.addClassName("kiosk-troubles");
        troubles.getElement().setAttribute("role", "list");
        facts.addClassName("kiosk-facts");
        acts.addClassName("kiosk-acts");
        panel.addClassName("kiosk-question");
    }

    void show(KioskSheet sheet) {
        if (sheet.equals(shown)) {
            return;
        }
        var before = shown;
        shown = sheet;
        if (before == null) {
            var title = new H2(sheet.kiosk().slug());
            title.setId("kiosk-" + sheet.kiosk().slug());
            add(title, new Paragraph(sheet.place()), stateLine, troubles, facts, acts, panel);
        }
        state(sheet);
        troubles.removeAll();
        sheet.troubles().forEach(one -> troubles.add(new ListItem(one)));
        troubles.setVisible(!sheet.troubles().isEmpty());
        facts.removeAll();
        sheet.message().ifPresent(words -> facts.add(new Paragraph(words)));
        sheet.facts().forEach(words -> facts.add(new Paragraph(words)));
        if (before == null || !before.device().equals(sheet.device())) {
            close();
            offer(sheet);
        }
    }

    private void state(KioskSheet sheet) {
        stateLine.removeAll();
        stateLine.setClassName("kiosk-state " + sheet.tone());
        stateLine.add(new Pictogram(pictogram(sheet.tone())), new Span(sheet.state()));
    }

    private static String pictogram(String tone) {
        return switch (tone) {
            case "good" -> "done";
            case "warning" -> "warning";
            default -> "info";
        };
    }

    private void offer(KioskSheet sheet) {
        acts.removeAll();
        sheet.device().ifPresent(device -> {
            acts.add(act("reload", () -> presses.order(device, Order.Act.RELOAD)));
            acts.add(asking("restart", () -> presses.order(device, Order.Act.RESTART)));
        });
        acts.add(opening(
                "message",
                () -> new MessagePanel(
                        isShowing(),
                        said -> {
                            close();
                            presses.show(sheet.kiosk(), said);
                        },
                        this::leave)));
        acts.add(opening(
                "hours",
                () -> new HoursPanel(
                        hours(),
                        chosen -> {
                            close();
                            presses.light(sheet.kiosk(), chosen);
                        },
                        this::leave)));
        sheet.device().ifPresent(device -> acts.add(asking("revoke", () -> presses.revoke(device))));
    }

    private boolean isShowing() {
        return shown != null && shown.message().isPresent();
    }

    private Optional<ScreenHours> hours() {
        return shown == null ? Optional.empty() : shown.kiosk().hours();
    }

    private ActionButton act(String what, Runnable does) {
        var words = say("manage.act." + what);
        var button = ActionButton.secondary(words, does).named(words + ": " + slug());
        button.getElement().setAttribute("data-does", what);
        return button;
    }

    /** Once more, because it cannot be taken back or somebody may be using it. */
    private ActionButton asking(String what, Runnable does) {
        return opening(what, () -> {
            var words = new Paragraph(say("manage." + what + ".sure", slug()));
            words.getElement().setAttribute("tabindex", "-1");
            var answers = new Div(
                    ActionButton.primary(say("manage." + what + ".yes"), () -> {
                        close();
                        does.run();
                    }),
                    ActionButton.secondary(say("manage.cancel"), this::leave));
            answers.addClassName("form-row");
            words.addAttachListener(attached -> words.getElement().executeJs("this.focus()"));
            return new Div(words, answers);
        });
    }

    private ActionButton opening(String what, Supplier<Component> part) {
        var button = new ActionButton[1];
        button[0] = act(what, () -> {
            opened = button[0];
            panel.removeAll();
            panel.add(part.get());
        });
        return button[0];
    }

    private void close() {
        panel.removeAll();
    }

    /** Back to the button that opened it. */
    private void leave() {
        close();
        if (opened != null) {
            opened.getElement().executeJs("this.focus()");
        }
    }

    private String slug() {
        return shown == null ? "" : shown.kiosk().slug();
    }
}
