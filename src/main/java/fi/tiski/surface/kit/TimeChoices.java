package fi.tiski.surface.kit;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Days, each with its times as buttons; one can be chosen. */
@Tag("div")
public final class TimeChoices<T> extends HtmlContainer {

    /** One day: its name as a heading, and what is free on it. */
    public record Day<T>(String name, List<Time<T>> times) {}

    /** One time: what stands on the button. */
    public record Time<T>(T value, String words) {}

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> listener;
    private @Nullable T chosen;

    /** {@code listener} hears each time that is chosen. */
    public TimeChoices(List<Day<T>> days, Consumer<T> listener) {
        this.listener = listener;
        addClassName("days");
        days.forEach(day -> add(section(day)));
    }

    private Section section(Day<T> day) {
        var id = Unique.id("day");
        var name = new H2(day.name());
        name.setId(id);
        var times = new UnorderedList();
        times.addClassName("times");
        times.getElement().setAttribute("role", "list");
        day.times().forEach(time -> times.add(new ListItem(button(day, time))));
        var section = new Section(name, times);
        section.addClassName("day");
        section.getElement().setAttribute("aria-labelledby", id);
        return section;
    }

    private NativeButton button(Day<T> day, Time<T> time) {
        var button = new NativeButton(time.words());
        button.addClassName("time");
        button.getElement().setAttribute("type", "button").setAttribute("aria-pressed", "false");
        // A person who walks from button to button hears no headings: 10.30 of which day?
        button.getElement().setAttribute("aria-label", time.words() + ", " + day.name());
        button.addClickListener(click -> {
            choose(time.value());
            listener.accept(time.value());
        });
        buttons.put(time.value(), button);
        return button;
    }

    public TimeChoices<T> choose(T value) {
        chosen = value;
        buttons.forEach((time, button) ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(time.equals(value))));
        return this;
    }

    public Optional<T> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** Buttons to the days before and after, to be put under the days; either may be missing. */
    public static Div steps(@Nullable Runnable earlier, @Nullable Runnable later) {
        var steps = new Div();
        steps.addClassName("day-steps");
        if (earlier != null) {
            steps.add(ActionButton.secondary(Words.say("kit.times.earlier"), earlier));
        }
        if (later != null) {
            steps.add(ActionButton.secondary(Words.say("kit.times.later"), later));
        }
        return steps;
    }
}
