package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Plain;
import java.util.function.Consumer;

/**
 * A native text field with its label, hint and error.
 *
 * <p>{@link #value()} is what the person sees at the time of any press: what is typed is sent before every press is,
 * also when a script or a keypad presses and the field never lost the focus.
 */
@Tag("div")
@JsModule(Frame.SCRIPT)
public final class Field extends HtmlContainer implements Asked {

    /** Of what has no limit of its own: as long as the longest text that is kept. */
    private static final int LONGEST = 10_000;

    /** Milliseconds: often enough to be followed by eye. */
    private static final int TYPING = 250;

    private final String id;
    private final NativeLabel label = new NativeLabel();
    private final Element control;
    private final Surroundings surroundings;
    private final boolean severalLines;

    private Field(String name, String label, String tag) {
        id = "field-" + name;
        addClassName("field");
        severalLines = tag.equals("textarea");
        control = new Element(tag).setAttribute("id", id).setAttribute("name", name);
        this.label.setText(label);
        this.label.getElement().setAttribute("for", id);
        surroundings = new Surroundings(getElement(), control, id);
        getElement().appendChild(this.label.getElement(), control);
        control.addPropertyChangeListener("value", "change", change -> {});
    }

    /** One line of text. {@code name} is unique on the page. */
    public static Field text(String name, String label) {
        var field = new Field(name, label, "input");
        field.control.setAttribute("type", "text").setAttribute("dir", "auto");
        return field;
    }

    /** Several lines of text. */
    public static Field longText(String name, String label) {
        var field = new Field(name, label, "textarea");
        field.control.setAttribute("dir", "auto");
        return field;
    }

    /** A telephone number: short, and the digits come up first. */
    public static Field tel(String name, String label) {
        return text(name, label)
                .leftToRight()
                .inputMode("tel")
                .type("tel")
                .autocomplete("tel")
                .narrow();
    }

    /** Not {@code type=email}: its own error bubbles would speak the browser's language, not the page's. */
    public static Field email(String name, String label) {
        return text(name, label).inputMode("email").autocomplete("email").plain();
    }

    /** Digits only in sight; still text, because a code may begin with a zero. */
    public static Field digits(String name, String label) {
        return text(name, label).inputMode("numeric").plain().narrow();
    }

    public Field hint(String words) {
        surroundings.hint(words, label.getElement());
        return this;
    }

    public Field value(String value) {
        control.setProperty("value", value);
        return this;
    }

    /** What was entered and can be read ({@link Plain}), without blanks around it; empty when nothing was. */
    public String value() {
        var written = typed(control);
        return severalLines ? Plain.lines(written) : Plain.line(written);
    }

    /** What a browser can have sent from this control: no more than it takes. */
    public static String typed(Element control) {
        var value = control.getProperty("value", "");
        var longest = control.hasAttribute("maxlength") ? Integer.parseInt(control.getAttribute("maxlength")) : LONGEST;
        return value.length() > longest ? value.substring(0, longest) : value;
    }

    /** Called with each changed value, before the press that ended the typing. */
    public Field onChange(Consumer<String> listener) {
        control.addPropertyChangeListener("value", "change", change -> listener.accept(value()));
        return this;
    }

    /**
     * Called while the person types, a few times a second, and once more when they have come to an end: for what somebody
     * else sees at the same time.
     */
    public Field onTyping(Consumer<String> listener) {
        control.addPropertyChangeListener("value", "input", change -> listener.accept(value()))
                .debounce(TYPING, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
        return onChange(listener);
    }

    public Field autocomplete(String purpose) {
        control.setAttribute("autocomplete", purpose);
        return this;
    }

    public Field inputMode(String mode) {
        control.setAttribute("inputmode", mode);
        return this;
    }

    public Field maxLength(int characters) {
        control.setAttribute("maxlength", Integer.toString(characters));
        return this;
    }

    /** The language that is written here, where it is not the page's: for spelling and for the voice. */
    public Field writtenIn(Language language) {
        control.setAttribute("lang", language.tag());
        return this;
    }

    /** No capital letters, spelling or suggestions: for codes and addresses. */
    public Field plain() {
        control.setAttribute("autocapitalize", "off").setAttribute("spellcheck", "false");
        return this;
    }

    /** As wide as what is expected in it. */
    public Field narrow() {
        control.setAttribute("class", "short");
        return this;
    }

    /** What is written here is the person's own, such as a name: a kiosk says it into headphones only. */
    public Field own() {
        Own.mark(control);
        return this;
    }

    /** For words said in private: not remembered by the browser, not spoken by the kiosk. */
    public Field masked() {
        return type("password").autocomplete("off");
    }

    public String label() {
        return label.getText();
    }

    public void label(String words) {
        label.setText(words);
    }

    @Override
    public void error(String words) {
        surroundings.error(words, control);
    }

    @Override
    public void noError() {
        surroundings.noError();
    }

    @Override
    public boolean isWrong() {
        return surroundings.isWrong();
    }

    @Override
    public String focusId() {
        return id;
    }

    @Override
    public void takeFocus() {
        control.executeJs("this.focus()");
    }

    /** Digits and codes, whatever the script around them. */
    private Field leftToRight() {
        control.removeAttribute("dir");
        return this;
    }

    private Field type(String type) {
        control.setAttribute("type", type);
        return this;
    }

    Element control() {
        return control;
    }
}
