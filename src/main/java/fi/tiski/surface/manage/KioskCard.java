package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.devices.Device;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Pictogram;
import org.jspecify.annotations.Nullable;

/** One kiosk. What changes elsewhere changes in place: what has the focus keeps it. */
final class KioskCard extends ListItem {

    private final Span state = new Span();
    private final Div stateLine = new Div();
    private final Div facts = new Div();
    private final Div acts = new Div();
    private final Div question = new Div();
    private final Presses presses;
    private @Nullable KioskSheet shown;

    /** What can be done about a kiosk. */
    interface Presses {
        void revoke(Device device);
    }

    KioskCard(Presses presses) {
        this.presses = presses;
        addClassName("kiosk-card");
        stateLine.addClassName("kiosk-state");
        facts.addClassName("kiosk-facts");
        acts.addClassName("kiosk-acts");
        question.addClassName("kiosk-question");
    }

    void show(KioskSheet sheet) {
        if (sheet.equals(shown)) {
            return;
        }
        if (shown == null) {
            var title = new H2(sheet.kiosk().slug());
            title.setId("kiosk-" + sheet.kiosk().slug());
            getElement().setAttribute("aria-labelledby", title.getId().orElseThrow());
            add(title, new Paragraph(sheet.place()), stateLine, facts, acts, question);
        }
        var before = shown;
        shown = sheet;
        state(sheet);
        facts.removeAll();
        sheet.device().ifPresent(device -> facts.add(new Paragraph(say("manage.fact.enrolled", sheet.since()))));
        if (before == null || !before.device().equals(sheet.device())) {
            question.removeAll();
            acts.removeAll();
            sheet.device().ifPresent(device -> acts.add(act("manage.act.revoke", "close", () -> ask(device))));
        }
    }

    private void state(KioskSheet sheet) {
        stateLine.removeAll();
        stateLine.setClassName("kiosk-state " + sheet.tone());
        state.setText(sheet.state());
        stateLine.add(new Pictogram(sheet.tone().equals("good") ? "done" : "info"), state);
    }

    private ActionButton act(String key, String pictogram, Runnable does) {
        return ActionButton.secondary(say(key), does).withPictogram(pictogram).named(say(key) + ": " + slug());
    }

    /** Once more, because it cannot be taken back. */
    private void ask(Device device) {
        var words = new Paragraph(say("manage.revoke.sure", slug()));
        words.getElement().setAttribute("tabindex", "-1");
        question(
                words,
                ActionButton.primary(say("manage.revoke.yes"), () -> {
                    closeQuestion();
                    presses.revoke(device);
                }),
                ActionButton.secondary(say("manage.cancel"), this::closeQuestion));
        words.getElement().executeJs("this.focus()");
    }

    private void question(Paragraph words, ActionButton... answers) {
        question.removeAll();
        var row = new Div(answers);
        row.addClassName("form-row");
        question.add(words, row);
    }

    private void closeQuestion() {
        question.removeAll();
        acts.getChildren().findFirst().ifPresent(first -> first.getElement().executeJs("this.focus()"));
    }

    private String slug() {
        return shown == null ? "" : shown.kiosk().slug();
    }
}
