package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;

/** A walk-in number with what is known of the wait. Its facts change in place; a call turns it to "your turn". */
@Tag("div")
public final class TicketCard extends HtmlContainer {

    private final Paragraph turn = new Paragraph();
    private final Element facts = new Element("dl").setAttribute("class", "ticket-facts");
    private final Map<String, Element> values = new LinkedHashMap<>();

    public TicketCard(String number) {
        addClassName("ticket");
        var label = new Paragraph(Words.say("kit.ticket.number"));
        label.addClassName("ticket-label");
        label.setId(Unique.id("ticket"));
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-labelledby", label.getId().orElseThrow());
        var numberLine = new Paragraph(number);
        numberLine.addClassName("ticket-number");
        turn.addClassName("ticket-turn");
        add(label, numberLine);
    }

    /** Sets a fact, or changes the one with the same term in place. */
    public TicketCard fact(String term, String value) {
        var known = values.get(term);
        if (known != null) {
            known.setText(value);
            return this;
        }
        if (facts.getParent() == null) {
            getElement().appendChild(facts);
        }
        var dd = new Element("dd").setText(value);
        values.put(term, dd);
        var line = new Div();
        line.getElement().appendChild(new Element("dt").setText(term), dd);
        facts.appendChild(line.getElement());
        return this;
    }

    /** It is this number's turn; {@code words} say where: "It is your turn – counter 3". */
    public TicketCard called(String words) {
        turn.setText(words);
        if (turn.getParent().isEmpty()) {
            addClassName("called");
            getElement().insertChild(2, turn.getElement());
        }
        return this;
    }

    public boolean isCalled() {
        return turn.getParent().isPresent();
    }
}
