package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.appointments.AppointmentId;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.surface.kit.Pictogram;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The agent's shift and the meetings in it; below them whatever else belongs to the right of the desk. */
final class MyDay extends Aside {

    /**
     * @param shift "8.00–16.00, Keskusta"; empty on a day off
     * @param breaks "Break 11.00–11.30, protected"
     */
    record Sheet(String shift, String place, List<String> breaks, List<DayLine> lines) {
        Sheet {
            breaks = List.copyOf(breaks);
            lines = List.copyOf(lines);
        }
    }

    private final Span shift = Parts.span("count", "");
    private final Paragraph place = new Paragraph();
    private final UnorderedList breaks = new UnorderedList();
    private List<String> shownBreaks = List.of();
    private final OrderedList list = new OrderedList();
    private final Paragraph nothing = new Paragraph(say("desk.day.nothing"));
    private final Rows<AppointmentId, DayLine, Row> rows;

    MyDay(Consumer<CaseId> press, Component... below) {
        addClassName("desk-day");
        var title = new H2(say("desk.day.title"));
        title.setId("my-day");
        getElement().setAttribute("aria-labelledby", "my-day");
        var head = new Div(title, shift);
        head.addClassName("zone-head");
        place.addClassName("hint");
        nothing.addClassName("hint");
        list.addClassName("days-list");
        list.getElement().setAttribute("role", "list");
        rows = new Rows<>(list.getElement(), DayLine::id, line -> new Row(press), Row::tell);
        breaks.addClassName("breaks");
        breaks.getElement().setAttribute("role", "list");
        breaks.setVisible(false);
        add(head, place, breaks, nothing, list);
        add(below);
    }

    void show(Sheet sheet) {
        shift.setText(sheet.shift());
        place.setText(sheet.place());
        place.setVisible(!sheet.place().isEmpty());
        if (!shownBreaks.equals(sheet.breaks())) {
            shownBreaks = sheet.breaks();
            breaks.removeAll();
            shownBreaks.forEach(words -> breaks.add(new ListItem(new Pictogram("clock"), new Span(words))));
            breaks.setVisible(!shownBreaks.isEmpty());
        }
        nothing.setVisible(sheet.lines().isEmpty());
        rows.show(sheet.lines());
        list.setVisible(!sheet.lines().isEmpty());
    }

    private static final class Row extends ListItem {

        private final NativeButton button = new NativeButton();
        private final Element time = new Element("time");
        private final Span where = new Span();
        private final Span detail = Parts.span("detail", "");
        private @Nullable DayLine shown;

        Row(Consumer<CaseId> press) {
            button.addClassName("day-row");
            button.getElement().setAttribute("type", "button");
            button.addClickListener(click -> {
                if (shown != null) {
                    shown.its().ifPresent(press);
                }
            });
            add(button);
        }

        void tell(DayLine line) {
            if (line.equals(shown)) {
                return;
            }
            if (shown == null) {
                button.getElement().appendChild(time, new Pictogram(line.pictogram()).getElement());
                button.add(where, detail);
            }
            shown = line;
            time.setText(line.time());
            where.setText(line.where());
            detail.setText(line.detail());
            button.setClassName("past", line.past());
        }
    }
}
