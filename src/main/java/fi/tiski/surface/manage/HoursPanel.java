package fi.tiski.surface.manage;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.tiski.domain.points.ScreenHours;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Select;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** When the kiosk's screen is lit: on hours of its own, or as the point's doors. */
final class HoursPanel extends Div {

    private static final int HALF_HOURS = 48;
    private static final List<Option<LocalTime>> TIMES = IntStream.range(0, HALF_HOURS)
            .mapToObj(half -> LocalTime.MIN.plusMinutes(half * 30L))
            .map(at -> new Option<>(at, KioskSheet.time(at)))
            .toList();

    private final Select<LocalTime> opens = select("opens");
    private final Select<LocalTime> closes = select("closes");
    private final Consumer<Optional<ScreenHours>> chosen;

    HoursPanel(Optional<ScreenHours> now, Consumer<Optional<ScreenHours>> chosen, Runnable leave) {
        this.chosen = chosen;
        addClassName("form");
        now.ifPresent(hours -> {
            opens.choose(hours.opens());
            closes.choose(hours.closes());
        });
        var times = new Div(opens, closes);
        times.addClassName("form-row");
        var answers = new Div(
                ActionButton.primary(say("manage.hours.set"), this::press),
                ActionButton.secondary(say("manage.hours.doors"), () -> chosen.accept(Optional.empty())),
                ActionButton.secondary(say("manage.cancel"), leave));
        answers.addClassName("form-row");
        add(new Paragraph(say("manage.hours.lead")), times, answers);
        addAttachListener(attached -> opens.takeFocus());
    }

    private static Select<LocalTime> select(String which) {
        return new Select<>("hours-" + which, say("manage.hours." + which), say("manage.hours.choose"), TIMES);
    }

    private void press() {
        opens.noError();
        closes.noError();
        var from = opens.value();
        var until = closes.value();
        if (from.isEmpty()) {
            opens.error(say("manage.hours.missing"));
            opens.takeFocus();
        } else if (until.isEmpty() || !from.get().isBefore(until.get())) {
            closes.error(say("manage.hours.order"));
            closes.takeFocus();
        } else {
            chosen.accept(Optional.of(new ScreenHours(from.get(), until.get())));
        }
    }
}
