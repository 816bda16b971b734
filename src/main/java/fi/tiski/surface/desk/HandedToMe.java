package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.domain.handovers.HandoverId;
import fi.tiski.surface.kit.When;
import java.util.List;
import java.util.function.Consumer;

/** What colleagues have handed to this agent and the agent goes on with: who gave it, and since when it is theirs. */
final class HandedToMe extends Section {

    record Line(HandoverId id, CaseId its, String name, String detail) {}

    private final Span count = Parts.span("count", "");
    private final Paragraph nothing = new Paragraph(say("desk.mine.nothing"));
    private final Rows<HandoverId, Line, Row> rows;

    HandedToMe(Consumer<CaseId> press) {
        addClassName("handed-to-me");
        var title = new H2(say("desk.mine.title"));
        title.setId("handed-to-me");
        getElement().setAttribute("aria-labelledby", "handed-to-me");
        var head = new Div(title, count);
        head.addClassName("zone-head");
        nothing.addClassName("hint");
        var list = new OrderedList();
        list.addClassName("days-list");
        list.getElement().setAttribute("role", "list");
        rows = new Rows<>(list.getElement(), Line::id, line -> new Row(line.its(), press), Row::tell);
        add(head, nothing, list);
    }

    /** In words, the oldest first. */
    static List<Line> lines(DeskReadings readings, Post post, When when) {
        return readings.handedToMe(post).stream()
                .map(one -> new Line(
                        one.handover().id(),
                        one.its().id(),
                        one.its().customer().name().orElseGet(one.its()::code),
                        say(
                                "desk.mine.detail",
                                one.topic()
                                        .map(topic -> topic.name().in(when.language()))
                                        .orElseGet(() -> say("desk.topic.untold")),
                                one.handover().fromName(),
                                one.handover().readAt().map(when::dayAndTime).orElse(""))))
                .toList();
    }

    void show(List<Line> lines) {
        count.setText(lines.isEmpty() ? "" : Integer.toString(lines.size()));
        nothing.setVisible(lines.isEmpty());
        rows.show(lines);
    }

    private static final class Row extends ListItem {

        private final Span name = new Span();
        private final Span detail = Parts.span("detail", "");

        Row(CaseId its, Consumer<CaseId> press) {
            var button = new NativeButton();
            button.addClassNames("day-row", "found");
            button.getElement().setAttribute("type", "button");
            button.add(name, detail);
            button.addClickListener(click -> press.accept(its));
            add(button);
        }

        void tell(Line line) {
            name.setText(line.name());
            detail.setText(line.detail());
        }
    }
}
