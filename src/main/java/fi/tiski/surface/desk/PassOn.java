package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.queue.Transfer;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.util.List;
import java.util.function.Consumer;

/** Passes somebody with a number on to another counter, colleague or topic; they keep their place. */
final class PassOn extends Section implements Panel {

    private final ErrorSummary errors = new ErrorSummary();
    private final Select<Transfer> to;

    PassOn(List<Option<Transfer>> choices, Consumer<Transfer> pass, Runnable close) {
        addClassName("panel");
        to = new Select<>("pass-to", say("desk.pass.to"), say("desk.hand.to.choose"), choices);
        var acts = new Div(
                ActionButton.primary(
                        say("desk.act.pass-on"),
                        () -> to.value()
                                .ifPresentOrElse(pass, () -> errors.show(new Wrong(to, say("desk.hand.to.missing"))))),
                ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(new H2(say("desk.act.pass-on")), new Paragraph(say("desk.pass.lead")), errors, to, acts);
    }

    @Override
    public void takeFocus() {
        to.takeFocus();
    }
}
