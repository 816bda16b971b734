package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Paragraph;

/** A thing to know, with a pictogram and words; its colour says nothing that they do not. */
@Tag("div")
public final class Notice extends HtmlContainer {

    private final Paragraph words = new Paragraph();

    private Notice(String tone, String pictogram, String words) {
        addClassName("notice");
        if (!tone.isEmpty()) {
            addClassName(tone);
        }
        this.words.setText(words);
        add(new Pictogram(pictogram), this.words);
    }

    public static Notice info(String words) {
        return new Notice("", "info", words);
    }

    public static Notice warning(String words) {
        return new Notice("warning", "warning", words);
    }

    public static Notice good(String words) {
        return new Notice("good", "done", words);
    }

    /** Something went wrong that the person cannot mend; say what to do now. */
    public static Notice bad(String words) {
        return new Notice("bad", "warning", words);
    }

    /** Read aloud when the words change, for what changes while the person looks at something else. */
    public Notice announced() {
        LiveRegion.named(Words.say("kit.live"), this);
        return this;
    }

    public String words() {
        return words.getText();
    }

    public void words(String changed) {
        words.setText(changed);
    }
}
