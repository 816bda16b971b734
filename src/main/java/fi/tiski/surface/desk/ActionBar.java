package fi.tiski.surface.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.surface.desk.Offer.Offered;
import fi.tiski.surface.kit.LiveRegion;
import java.util.function.Consumer;

/** The one next thing to do, always in the same place, and the quieter ones beside it. */
final class ActionBar extends Div {

    private final Paragraph question = new Paragraph();
    private final ActButton next;
    private final Div others = new Div();
    private final Rows<Act, Offered, ActButton> rows;

    ActionBar(String name, Consumer<Act> pressed, Runnable changedMeanwhile) {
        addClassName("case-actions");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        question.addClassName("case-question");
        LiveRegion.named(name, question);
        next = new ActButton("next-action", pressed, changedMeanwhile);
        others.addClassName("case-others");
        rows = new Rows<>(
                others.getElement(),
                Offered::act,
                offered -> new ActButton("button", pressed, changedMeanwhile),
                ActButton::offer);
        add(question, next, others);
    }

    void offer(Offer offer) {
        question.setText(offer.question());
        question.setVisible(!offer.question().isEmpty());
        next.offer(offer.next());
        rows.show(offer.others());
    }

    void takeFocus() {
        next.getElement().executeJs("this.focus()");
    }
}
