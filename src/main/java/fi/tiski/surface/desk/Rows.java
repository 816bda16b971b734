package fi.tiski.surface.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A list whose rows stay the same elements while what they say changes: a row that has the focus is neither made anew nor
 * moved because another one came or went.
 */
final class Rows<K, T, R extends Component> {

    private final Element parent;
    private final Function<T, K> key;
    private final Function<T, R> make;
    private final BiConsumer<R, T> tell;
    private final Map<K, R> rows = new HashMap<>();

    /** {@code tell} has a row say what its item is now; it hears of new rows too. */
    Rows(Element parent, Function<T, K> key, Function<T, R> make, BiConsumer<R, T> tell) {
        this.parent = parent;
        this.key = key;
        this.make = make;
        this.tell = tell;
    }

    void show(List<T> items) {
        var gone = new HashSet<>(rows.keySet());
        items.forEach(item -> gone.remove(key.apply(item)));
        gone.forEach(one -> {
            var row = rows.remove(one);
            if (row != null) {
                row.getElement().removeFromParent();
            }
        });
        int place = 0;
        for (var item : items) {
            var row = rows.computeIfAbsent(key.apply(item), fresh -> make.apply(item));
            tell.accept(row, item);
            if (parent.getChildCount() <= place || !parent.getChild(place).equals(row.getElement())) {
                parent.insertChild(place, row.getElement());
            }
            place++;
        }
        // A list that says it is one and holds nothing is a riddle to a screen reader.
        parent.setVisible(!items.isEmpty());
    }
}
