package fi.tiski.surface.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.surface.kit.Pictogram;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who waits; a press opens their case. */
final class WaitingRow extends ListItem {

    private final NativeButton button = new NativeButton();
    private final Span number = Parts.span("number", "");
    private final Span waited = Parts.span("waited", "");
    private final Span about = Parts.span("about", "");
    private @Nullable Div needs;
    private @Nullable WaitingLine shown;

    WaitingRow(WaitingLine line, Consumer<CaseId> open) {
        button.addClassName("queue-row");
        button.getElement().setAttribute("type", "button").setAttribute("aria-current", "false");
        button.add(new Pictogram(line.pictogram()), Parts.span("only-heard", line.kind()), number, waited, about);
        button.addClickListener(click -> open.accept(line.its()));
        add(button);
    }

    void tell(WaitingLine line) {
        if (line.equals(shown)) {
            return;
        }
        number.setText(line.mark());
        about.setText(line.about());
        waited.removeAll();
        waited.add(line.late() ? late(line.waited()) : new Span(line.waited()));
        if (shown == null || !shown.needs().equals(line.needs())) {
            needs(line.needs());
        }
        shown = line;
    }

    private static Span late(String words) {
        var late = new Span(new Pictogram("warning"), new Span(words));
        late.addClassName("late");
        return late;
    }

    private void needs(List<Badge> badges) {
        if (needs != null) {
            button.remove(needs);
            needs = null;
        }
        if (!badges.isEmpty()) {
            needs = Parts.needs(badges);
            button.add(needs);
        }
    }

    void current(boolean open) {
        button.getElement().setAttribute("aria-current", Boolean.toString(open));
    }
}
