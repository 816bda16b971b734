package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Paragraph;

/** What comes out on paper, shown on the page as it will be printed; printing prints this and nothing else. */
@Tag("section")
@JsModule(Frame.SCRIPT)
public final class Slip extends HtmlContainer {

    public Slip() {
        addClassName("slip");
        getElement().setAttribute("aria-label", Words.say("kit.slip.name"));
    }

    public Slip line(String words) {
        add(new Paragraph(words));
        return this;
    }

    /** What must be read from afar: a number, or a time in words, which is smaller so that no word is broken. */
    public Slip number(String words) {
        var line = new Paragraph(words);
        line.addClassName("number");
        line.setClassName("in-words", words.contains(" "));
        add(line);
        return this;
    }

    public Slip secret(String code) {
        var line = new Code(code);
        line.removeClassName("code");
        line.addClassName("secret");
        add(line);
        return this;
    }

    public Slip qr(QrCode code) {
        add(code);
        return this;
    }

    /** Prints at once; at a kiosk without a dialog. */
    public void print() {
        getElement().executeJs("window.Tiski.print()");
    }
}
