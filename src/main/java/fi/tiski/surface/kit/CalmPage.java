package fi.tiski.surface.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A page for when something does not work or is over: what happened, what to do now, how to reach a human. */
public final class CalmPage extends Page {

    public CalmPage(String pictogram, String title, String lead) {
        super(title, box(pictogram));
        lead(lead);
    }

    private static Div box(String pictogram) {
        var box = new Div(new Pictogram(pictogram));
        box.addClassName("quiet-page");
        return box;
    }

    public CalmPage line(String words) {
        with(new Paragraph(words));
        return this;
    }

    /** A telephone number or a code to hold on to. */
    public CalmPage code(String code) {
        with(new Code(code));
        return this;
    }

    /** What helps us to find what happened; last. */
    public CalmPage reference(String words) {
        var line = new Paragraph(words);
        line.addClassName("hint");
        with(line);
        return this;
    }
}
