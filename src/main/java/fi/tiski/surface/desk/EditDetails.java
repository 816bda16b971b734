package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import fi.tiski.domain.cases.Case;
import fi.tiski.domain.cases.Details;
import fi.tiski.domain.knowledge.Topic;
import fi.tiski.surface.kit.ActionButton;
import java.util.List;
import java.util.function.Consumer;

/** Puts right what is known of the customer and of the matter, in the place where it is read. */
final class EditDetails extends Section implements Panel {

    private final DetailsForm form;

    EditDetails(Case its, List<Topic> topics, Consumer<Details> save, Runnable close) {
        addClassName("panel");
        form = new DetailsForm(topics).of(its);
        var acts = new Div(
                ActionButton.primary(say("desk.form.save"), () -> form.read().ifPresent(save)),
                ActionButton.quiet(say("desk.form.cancel"), close));
        acts.addClassName("actions");
        add(new H2(say("desk.form.title")), form, acts);
    }

    @Override
    public void takeFocus() {
        form.takeFocus();
    }
}
