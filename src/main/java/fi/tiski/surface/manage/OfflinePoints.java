package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.language;
import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fi.tiski.domain.points.PointId;
import fi.tiski.domain.points.ServicePoint;
import fi.tiski.surface.kit.ActionButton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** At which points kiosks may give numbers by themselves while the line is away. */
@Tag("section")
final class OfflinePoints extends HtmlContainer {

    private final Map<PointId, Row> rows = new HashMap<>();

    OfflinePoints(List<ServicePoint> points, BiConsumer<ServicePoint, Boolean> allow) {
        var title = new H2(say("manage.offline.title"));
        title.setId("offline-points");
        getElement().setAttribute("aria-labelledby", "offline-points");
        var list = new UnorderedList();
        list.addClassName("offline-points");
        list.getElement().setAttribute("role", "list");
        points.forEach(point -> {
            var row = new Row(point, allow);
            rows.put(point.id(), row);
            list.add(row);
        });
        add(title, new Paragraph(say("manage.offline.lead")), list);
    }

    void show(Set<PointId> allowed) {
        rows.forEach((point, row) -> row.show(allowed.contains(point)));
    }

    private static final class Row extends ListItem {

        private final Span state = new Span();
        private final ActionButton change;
        private final String name;
        private boolean allowed;

        Row(ServicePoint point, BiConsumer<ServicePoint, Boolean> allow) {
            name = point.name().in(language());
            change = ActionButton.secondary("", () -> allow.accept(point, !allowed));
            state.addClassName("offline-state");
            add(new Span(name), state, change);
            show(false);
        }

        void show(boolean now) {
            allowed = now;
            state.setText(say(now ? "manage.offline.allowed" : "manage.offline.forbidden"));
            change.words(say(now ? "manage.offline.forbid" : "manage.offline.allow"));
            change.named(change.words() + ": " + name);
        }
    }
}
