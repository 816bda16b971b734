package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import java.util.function.Consumer;

/** Gives a case back to the colleague it came from, with a word of why. */
final class HandBack extends Section implements Panel {

    private static final int LONGEST = 2_000;

    private final Field reason = Field.longText("hand-back-reason", say("desk.hand.reason"))
            .hint(say("desk.note.hint"))
            .maxLength(LONGEST);

    HandBack(Consumer<String> back, Runnable close) {
        addClassName("panel");
        var acts = new Div(
                ActionButton.primary(say("desk.act.hand-back"), () -> back.accept(reason.value())),
                ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(new H2(say("desk.act.hand-back")), reason, acts);
    }

    @Override
    public void takeFocus() {
        reason.takeFocus();
    }
}
