package fi.tiski.surface.desk;

import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Pictogram;
import fi.tiski.surface.kit.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One of a few, chosen in the head of the desk: the browser's own list, with a pictogram for its label. */
final class HeadSelect<T> extends NativeLabel {

    private final Element select = new Element("select");
    private final List<Option<T>> options;

    HeadSelect(String pictogram, String name, List<Option<T>> options, Consumer<T> chosen) {
        this.options = List.copyOf(options);
        addClassName("me");
        var heard = new Span(name);
        heard.addClassName("only-heard");
        add(new Pictogram(pictogram), heard);
        for (int place = 0; place < options.size(); place++) {
            select.appendChild(new Element("option")
                    .setAttribute("value", Integer.toString(place))
                    .setText(options.get(place).words()));
        }
        getElement().appendChild(select);
        select.addPropertyChangeListener("value", "change", change -> {
            if (change.isUserOriginated()) {
                value().ifPresent(chosen);
            }
        });
    }

    private Optional<T> value() {
        return Select.chosen(select, options.size())
                .map(place -> options.get(place).value());
    }

    void choose(T value) {
        IntStream.range(0, options.size())
                .filter(place -> options.get(place).value().equals(value))
                .findFirst()
                .ifPresent(place -> select.setProperty("value", Integer.toString(place)));
    }

    void takeFocus() {
        select.executeJs("this.focus()");
    }
}
