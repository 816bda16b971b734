package fi.tiski.surface.desk;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fi.tiski.domain.cases.CaseId;
import fi.tiski.platform.text.Plain;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.LiveRegion;
import fi.tiski.surface.kit.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Finds a case by a name, a phone number, a code or any word that was told. */
final class FindCase extends Div {

    /** One case that was found, in words. */
    record Found(CaseId id, String name, String detail) {}

    private static final String INPUT = "find-case";

    private final Element input = new Element("input");
    private final Paragraph outcome = new Paragraph();
    private final OrderedList results = new OrderedList();
    private final Function<String, List<Found>> search;
    private final Consumer<CaseId> press;

    FindCase(Function<String, List<Found>> search, Consumer<CaseId> press) {
        this.search = search;
        this.press = press;
        addClassName("find");
        getElement().setAttribute("role", "search").setAttribute("data-enter", true);
        var label = new NativeLabel(say("desk.find.title"));
        label.getElement().setAttribute("for", INPUT).appendChild(Parts.key("H"));
        input.setAttribute("id", INPUT)
                .setAttribute("type", "search")
                .setAttribute("autocomplete", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("aria-describedby", INPUT + "-hint")
                .setAttribute("data-key", "H")
                .setAttribute("aria-keyshortcuts", "Alt+H");
        input.addPropertyChangeListener("value", "change", change -> {});
        var hint = new Paragraph(say("desk.find.hint"));
        hint.addClassName("hint");
        hint.setId(INPUT + "-hint");
        var button =
                ActionButton.secondary("", this::find).withPictogram("search").named(say("desk.find.act"));
        var row = new Div();
        row.addClassName("find-row");
        row.getElement().appendChild(input, button.getElement());
        LiveRegion.named(say("desk.find.title"), outcome);
        results.addClassName("days-list");
        results.getElement().setAttribute("role", "list");
        results.setVisible(false);
        add(label, hint, row, outcome, results);
    }

    /** In the words in which the list shows them; the latest changed first. */
    static List<Found> find(Desk desk, Post post, String sought, When when) {
        var found = new ArrayList<Found>();
        for (var its : desk.readings.find(post.organisation(), sought)) {
            var topic = its.topic()
                    .flatMap(id -> desk.readings.topic(post.organisation(), id))
                    .map(it -> it.name().in(when.language()))
                    .orElseGet(() -> say("desk.topic.untold"));
            found.add(new Found(
                    its.id(),
                    its.customer().name().orElseGet(() -> say("desk.case.nameless")),
                    say("desk.find.detail", its.code(), topic, when.dayAndTime(its.changedAt()))));
        }
        return found;
    }

    private void find() {
        var sought = Plain.line(Field.typed(input));
        var found = search.apply(sought);
        results.removeAll();
        outcome.setText(
                found.isEmpty()
                        ? say("desk.find.nothing", sought)
                        : sought.isEmpty() ? say("desk.find.latest") : say("desk.find.found", found.size()));
        found.forEach(one -> results.add(row(one)));
        results.setVisible(!found.isEmpty());
    }

    private ListItem row(Found found) {
        var button = new NativeButton();
        button.addClassNames("day-row", "found");
        button.getElement().setAttribute("type", "button");
        button.add(new Span(found.name()), Parts.span("detail", found.detail()));
        button.addClickListener(click -> press.accept(found.id()));
        return new ListItem(button);
    }
}
