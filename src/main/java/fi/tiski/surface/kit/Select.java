package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One answer of many, as the browser's own list. Not for kiosks: its list opens outside the page, in a size that is the
 * system's; there use {@link Choices} or {@link Options}.
 */
@Tag("div")
public final class Select<T> extends HtmlContainer implements Asked {

    private final String id;
    private final NativeLabel label = new NativeLabel();
    private final Element control = new Element("select");
    private final List<Option<T>> options;
    private final Surroundings surroundings;

    /** {@code name} is unique on the page. Nothing is chosen at first: {@code nothing} are the words for that. */
    public Select(String name, String label, String nothing, List<Option<T>> options) {
        this.id = "field-" + name;
        this.options = List.copyOf(options);
        addClassName("field");
        control.setAttribute("id", id).setAttribute("name", name);
        this.label.setText(label);
        this.label.getElement().setAttribute("for", id);
        surroundings = new Surroundings(getElement(), control, id);
        control.appendChild(line("", nothing));
        IntStream.range(0, options.size())
                .forEach(place -> control.appendChild(
                        line(Integer.toString(place), options.get(place).words())));
        getElement().appendChild(this.label.getElement(), control);
        control.setProperty("value", "");
        control.addPropertyChangeListener("value", "change", change -> {});
    }

    private static Element line(String value, String words) {
        return new Element("option").setAttribute("value", value).setText(words);
    }

    public Select<T> hint(String words) {
        surroundings.hint(words, label.getElement());
        return this;
    }

    public Select<T> choose(T value) {
        IntStream.range(0, options.size())
                .filter(place -> options.get(place).value().equals(value))
                .findFirst()
                .ifPresent(place -> control.setProperty("value", Integer.toString(place)));
        return this;
    }

    public Optional<T> value() {
        return chosen(control, options.size()).map(place -> options.get(place).value());
    }

    /** The place of the option that is chosen in a native list; what is no place of one is no choice. */
    public static Optional<Integer> chosen(Element select, int options) {
        var place = select.getProperty("value", "");
        return place.matches("[0-9]{1,4}") && Integer.parseInt(place) < options
                ? Optional.of(Integer.parseInt(place))
                : Optional.empty();
    }

    public Select<T> onChange(Consumer<Optional<T>> listener) {
        control.addPropertyChangeListener("value", "change", change -> listener.accept(value()));
        return this;
    }

    public String label() {
        return label.getText();
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

    Element control() {
        return control;
    }
}
