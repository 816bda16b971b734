package fi.tiski.surface.kit;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hint and error around a control, tied to it so that they are read with it. */
final class Surroundings {

    private final Element box;
    private final Element control;
    private final Paragraph hint = new Paragraph();
    private final Paragraph error = new Paragraph();
    private final Span errorWords = new Span();

    Surroundings(Element box, Element control, String id) {
        this.box = box;
        this.control = control;
        hint.addClassName("hint");
        hint.setId(id + "-hint");
        error.addClassName("error");
        error.setId(id + "-error");
        error.add(new Pictogram("warning"), errorWords);
    }

    /** {@code after} is what the hint follows: a label or a legend. */
    void hint(String words, Element after) {
        hint.setText(words);
        if (hint.getElement().getParent() == null) {
            box.insertChild(box.indexOfChild(after) + 1, hint.getElement());
        }
        describe();
    }

    void error(String words, Element before) {
        errorWords.setText(words);
        if (error.getElement().getParent() == null) {
            box.insertChild(box.indexOfChild(before), error.getElement());
        }
        box.setAttribute("data-invalid", true);
        control.setAttribute("aria-invalid", "true");
        describe();
    }

    void noError() {
        error.getElement().removeFromParent();
        box.removeAttribute("data-invalid");
        control.removeAttribute("aria-invalid");
        describe();
    }

    boolean isWrong() {
        return error.getElement().getParent() != null;
    }

    /** What is wrong is read before the hint: after ten words many have stopped listening. */
    private void describe() {
        var ids = Stream.of(error, hint)
                .filter(part -> part.getElement().getParent() != null)
                .map(part -> part.getId().orElseThrow())
                .collect(Collectors.joining(" "));
        if (ids.isEmpty()) {
            control.removeAttribute("aria-describedby");
        } else {
            control.setAttribute("aria-describedby", ids);
        }
    }
}
