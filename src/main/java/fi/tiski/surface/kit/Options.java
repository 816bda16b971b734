package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A question with its answers as native radio buttons (one) or check boxes (many), in a fieldset. */
@Tag("fieldset")
public final class Options<T> extends HtmlContainer implements Asked {

    private final String id;
    private final boolean many;
    private final Element legend = new Element("legend");
    private final Map<T, Element> inputs = new LinkedHashMap<>();
    private final Surroundings surroundings;
    private final List<Consumer<List<T>>> listeners = new ArrayList<>();

    private Options(String name, String legend, List<Option<T>> options, boolean many) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("A question without answers");
        }
        this.id = "field-" + name;
        this.many = many;
        addClassName("options");
        this.legend.setText(legend);
        getElement().appendChild(this.legend);
        surroundings = new Surroundings(getElement(), getElement(), id);
        options.forEach(option -> getElement().appendChild(line(name, option).getElement()));
    }

    /** One answer of a few. {@code name} is unique on the page. */
    public static <T> Options<T> one(String name, String legend, List<Option<T>> options) {
        return new Options<>(name, legend, options, false);
    }

    /** As many answers as fit, also none. */
    public static <T> Options<T> many(String name, String legend, List<Option<T>> options) {
        return new Options<>(name, legend, options, true);
    }

    private NativeLabel line(String name, Option<T> option) {
        var input = new Element("input")
                .setAttribute("type", many ? "checkbox" : "radio")
                .setAttribute("name", name)
                .setAttribute("id", inputs.isEmpty() ? id : id + "-" + (inputs.size() + 1));
        inputs.put(option.value(), input);
        input.addPropertyChangeListener("checked", "change", change -> {
            if (change.isUserOriginated()) {
                pressed(input);
            }
        });
        var words = new Span(option.words());
        if (option.detail() != null) {
            var detail = new Span(option.detail());
            detail.addClassName("detail");
            words.add(new Span(" "), detail);
        }
        var line = new NativeLabel();
        line.addClassName("option");
        line.getElement().appendChild(input);
        if (option.pictogram() != null) {
            line.add(new Pictogram(option.pictogram()));
        }
        line.add(words);
        return line;
    }

    /** A browser tells of the radio button that was chosen, never of the one that was thereby left. */
    private void pressed(Element input) {
        if (!many) {
            inputs.values().stream()
                    .filter(other -> !other.equals(input))
                    .forEach(other -> other.setProperty("checked", false));
        }
        listeners.forEach(listener -> listener.accept(chosen()));
    }

    public Options<T> hint(String words) {
        surroundings.hint(words, legend);
        return this;
    }

    public Options<T> choose(T value) {
        return choose(List.of(value));
    }

    public Options<T> choose(Collection<T> values) {
        inputs.forEach((value, input) -> input.setProperty("checked", values.contains(value)));
        return this;
    }

    /** What is chosen, in the order of the answers. */
    public List<T> chosen() {
        return inputs.entrySet().stream()
                .filter(answer -> answer.getValue().getProperty("checked", false))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one that is chosen. */
    public Optional<T> value() {
        return chosen().stream().findFirst();
    }

    public Options<T> onChange(Consumer<List<T>> listener) {
        listeners.add(listener);
        return this;
    }

    public String legend() {
        return legend.getText();
    }

    @Override
    public void error(String words) {
        surroundings.error(words, inputs.values().iterator().next().getParent());
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
        inputs.values().iterator().next().executeJs("this.focus()");
    }

    Map<T, Element> inputs() {
        return inputs;
    }
}
