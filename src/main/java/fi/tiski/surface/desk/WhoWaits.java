package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.LiveRegion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everybody whom the agent could serve next, in one list. */
final class WhoWaits extends Section {

    private final Span count = Parts.span("count", "");
    private final OrderedList list = new OrderedList();
    private final Div offer = new Div();
    private final Consumer<CaseId> press;
    private final Consumer<UUID> notNow;
    private Optional<Asked> asked = Optional.empty();
    private final Paragraph nobody = new Paragraph();
    private final Map<CaseId, WaitingRow> byCase = new HashMap<>();
    private final Rows<Row, WaitingLine, WaitingRow> rows;
    private Optional<CaseId> open = Optional.empty();

    /** One case can wait in two ways, with a number and for a call. */
    private record Row(CaseId its, String pictogram) {}

    /** Somebody who is brought before this agent just now. */
    record Asked(UUID offer, CaseId its, String words) {}

    WhoWaits(Consumer<CaseId> press, Consumer<UUID> notNow, Runnable anew) {
        offer.addClassName("asked");
        LiveRegion.named(say("desk.waits.title"), offer);
        this.press = press;
        this.notNow = notNow;
        addClassName("desk-queue");
        var title = new H2(say("desk.waits.title"));
        title.setId("who-waits");
        getElement().setAttribute("aria-labelledby", "who-waits");
        var head = new Div(title, count);
        head.addClassName("zone-head");
        list.addClassName("queue");
        list.getElement().setAttribute("role", "list");
        rows = new Rows<>(
                list.getElement(),
                line -> new Row(line.its(), line.pictogram()),
                line -> new WaitingRow(line, press),
                (row, line) -> {
                    row.tell(line);
                    byCase.put(line.its(), row);
                });
        nobody.addClassName("hint");
        var button = ActionButton.secondary(say("desk.new.open"), anew).withPictogram("note");
        button.addClassName("new-case");
        button.getElement().setAttribute("data-key", "U").setAttribute("aria-keyshortcuts", "Alt+U");
        button.getElement().appendChild(Parts.key("U"));
        add(head, offer, nobody, list, button);
    }

    /** {@code hint} says why somebody may be missing from the list. */
    void show(List<WaitingLine> lines, String hint) {
        byCase.clear();
        rows.show(lines);
        list.setVisible(!lines.isEmpty());
        count.setText(say("desk.waits.count", lines.size()));
        nobody.setText(hint.isEmpty() && lines.isEmpty() ? say("desk.waits.nobody") : hint);
        nobody.setVisible(!nobody.getText().isEmpty());
        mark();
    }

    /** Shown above the list, until it is answered or has gone on to somebody else. */
    void offer(Optional<Asked> now) {
        if (now.equals(asked)) {
            return;
        }
        asked = now;
        offer.removeAll();
        now.ifPresent(one -> offer.add(
                new Paragraph(one.words()),
                ActionButton.secondary(say("desk.offer.look"), () -> press.accept(one.its())),
                ActionButton.quiet(say("desk.offer.not-now"), () -> notNow.accept(one.offer()))));
    }

    void current(Optional<CaseId> id) {
        open = id;
        mark();
    }

    private void mark() {
        byCase.forEach((id, row) -> row.current(open.equals(Optional.of(id))));
    }
}
