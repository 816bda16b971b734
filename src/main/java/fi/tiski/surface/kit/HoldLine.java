package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Until when something is kept for the person, as a time of day (a countdown hurries), with a way to more time. */
@Tag("div")
public final class HoldLine extends HtmlContainer {

    private final Span words = new Span();

    public HoldLine(String words, ActionButton moreTime) {
        addClassNames("hold", "notice");
        this.words.setText(words);
        var line = new Paragraph();
        LiveRegion.named(Words.say("kit.live"), line);
        line.add(new Pictogram("clock"), this.words);
        add(line, moreTime);
    }

    /** Said aloud too: the person asked for it. */
    public void words(String changed) {
        words.setText(changed);
    }
}
