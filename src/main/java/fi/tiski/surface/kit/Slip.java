package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What comes out on paper, shown on the page as it will be printed; printing prints this and nothing else. */
@Tag("section")
@JsModule(Frame.SCRIPT)
public final class Slip extends HtmlContainer {

    /** What a slip is made of, from above. */
    public sealed interface Part {

        record Line(String words) implements Part {}

        /** What must be read from afar. */
        record Large(String words) implements Part {}

        record Secret(String code) implements Part {}

        /** @param says where it leads, in words */
        record Link(String address, String says) implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();

    public Slip() {
        addClassName("slip");
        getElement().setAttribute("aria-label", Words.say("kit.slip.name"));
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Slip line(String words) {
        parts.add(new Part.Line(words));
        add(new Paragraph(words));
        return this;
    }

    /** What must be read from afar: a number, or a time in words, which is smaller so that no word is broken. */
    public Slip number(String words) {
        parts.add(new Part.Large(words));
        var line = new Paragraph(words);
        line.addClassName("number");
        line.setClassName("in-words", words.contains(" "));
        add(line);
        return this;
    }

    public Slip secret(String code) {
        parts.add(new Part.Secret(code));
        var line = new Code(code);
        line.removeClassName("code");
        line.addClassName("secret");
        add(line);
        return this;
    }

    /** A QR code of an address; {@code says} where it leads. */
    public Slip link(String address, String says) {
        parts.add(new Part.Link(address, says));
        add(new QrCode(address, says));
        return this;
    }

    /**
     * Printing goes to the receipt printer of this kiosk's keeper from now on, and the page tells what became of it.
     *
     * @param keeper its address
     * @param bytes the printer's own
     */
    public Slip onPaper(String keeper, byte[] bytes) {
        getElement()
                .setAttribute("data-keeper", keeper)
                .setAttribute("data-paper", Base64.getEncoder().encodeToString(bytes))
                .setAttribute("data-again", Words.say("kit.slip.again"));
        return this;
    }

    /** Prints at once; at a kiosk without a dialog. */
    public void print() {
        getElement().executeJs("window.Tiski.print()");
    }
}
